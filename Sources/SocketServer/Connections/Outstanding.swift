import HTTPWire

/// What is kept for the exchanges of a connection that have not ended.
///
/// HTTP/1.1 has one at a time, for which nothing is allocated.
struct Outstanding<Element> {
  private var only: (id: ExchangeID, element: Element)?
  private var others: [ExchangeID: Element] = [:]

  var isEmpty: Bool { only == nil && others.isEmpty }

  mutating func insert(_ element: Element, for id: ExchangeID) {
    if only == nil || only?.id == id { only = (id, element) } else { others[id] = element }
  }

  @discardableResult
  mutating func remove(_ id: ExchangeID) -> Element? {
    if let found = only, found.id == id {
      only = nil
      return found.element
    }
    return others.isEmpty ? nil : others.removeValue(forKey: id)
  }

  /// Removes and returns those whose exchange fulfils a condition.
  mutating func removeAll(where isGone: (ExchangeID) -> Bool = { _ in true }) -> [Element] {
    var removed: [Element] = []
    if let found = only, isGone(found.id) {
      removed.append(found.element)
      only = nil
    }
    for (id, element) in others where isGone(id) {
      removed.append(element)
      others[id] = nil
    }
    return removed
  }
}
