/// The names that the members of an object may have, prepared for comparing with those of a text; a class so that one
/// reference is copied.
package final class JSONNames: Sendable {
  /// The names, in order.
  package let names: [String]
  /// All of them, one behind the other, and where each ends.
  private let bytes: [UInt8]
  private let ends: [Int]

  /// Creates a list of names.
  package init(_ names: [String]) {
    self.names = names
    bytes = names.flatMap { Array($0.utf8) }
    var end = 0
    ends = names.map { name in
      end += name.utf8.count
      return end
    }
  }

  /// The place of the first that fulfils a condition, which is tried from `start` on and then from the beginning.
  @inline(__always)
  func place(from start: Int, _ isIt: (UnsafeBufferPointer<UInt8>) -> Bool) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      ends.withUnsafeBufferPointer { ends in
        for step in 0..<ends.count {
          let place = start + step < ends.count ? start + step : start + step - ends.count
          let first = place == 0 ? 0 : ends[place - 1]
          if isIt(UnsafeBufferPointer(rebasing: bytes[first..<ends[place]])) { return place }
        }
        return nil
      }
    }
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
    var next = 0
    tape.forEachMember(ofObjectAt: index) { key, value, text in
      if let place = names.place(from: next, { tape.string(key, of: text, equals: $0) }) {
        next = place + 1
      } else {
        found.append((tape.string(key), JSONValue(tape: tape, index: value)))
      }
      return found.count < limit
    }
    return found
  }
}
