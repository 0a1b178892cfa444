import HTTPWire

/// Request targets, queries and percent-encoding: what is decoded can be looked up by its name.
struct QueryTarget: FuzzTarget {
  func examine(_ input: [UInt8]) {
    let text = String(decoding: input, as: UTF8.self)
    let query = Query(text)
    for item in query.items.prefix(8) {
      expect(query.first(item.name) != nil, "an item is found by its name")
      expect(query.all(item.name).contains(item.value), "all items of a name hold each one's value")
    }
    expect(query.isEmpty == query.items.isEmpty, "an empty query has no items")
    guard let target = try? RequestTarget("/" + text) else { return }
    _ = target.path
    _ = target.query.items
    if let again = try? RequestTarget(target.raw) {
      expect(again == target, "a target reads the same a second time")
    }
  }
}
