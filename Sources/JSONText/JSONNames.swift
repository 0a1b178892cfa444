/// The names that the members of an object may have, prepared for comparing with those of a text.
package struct JSONNames: Sendable {
  /// The names, in order.
  package let names: [String]
  fileprivate let bytes: [[UInt8]]

  /// Creates a list of names.
  package init(_ names: [String]) {
    self.names = names
    bytes = names.map { Array($0.utf8) }
  }
}

extension JSONValue {
  /// The first members of an object whose names are not in a list, in the order of the text.
  ///
  /// Fastest when members come in the order of the list; allocates only for what it finds.
  ///
  /// - Parameter limit: the maximum number to find, because the peer decides how many there are.
  package func members(unknownTo names: JSONNames, limit: Int) -> [(key: String, value: JSONValue)] {
    guard kind == .object else { return [] }
    var found: [(key: String, value: JSONValue)] = []
    var key = index + 1
    var next = 0
    for _ in 0..<entry.count where found.count < limit {
      let member = JSONValue(tape: tape, index: key + 1)
      if let place = place(ofKey: key, in: names, from: next) {
        next = place + 1
      } else {
        found.append((tape.string(tape.entries[key]), member))
      }
      key = member.entry.following
    }
    return found
  }

  private func place(ofKey key: Int, in names: JSONNames, from start: Int) -> Int? {
    let entry = tape.entries[key]
    let count = names.bytes.count
    for step in 0..<count {
      let place = start + step < count ? start + step : start + step - count
      if names.bytes[place].withUnsafeBufferPointer({ tape.string(entry, equals: $0) }) { return place }
    }
    return nil
  }
}
