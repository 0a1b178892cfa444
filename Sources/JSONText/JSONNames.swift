/// The names that the members of an object may have, prepared for comparing with those of a text; a class so that one
/// reference is copied.
package final class JSONNames: Sendable {
  /// The names, in order.
  package let names: [String]
  /// All of them, one behind the other, and where each ends.
  private let bytes: [UInt8]
  private let ends: [Int]
  /// The same as they are written, in quotation marks and with their colons.
  private let keyBytes: [UInt8]
  private let keyEnds: [Int]

  /// Creates a list of names.
  package init(_ names: [String]) {
    self.names = names
    (bytes, ends) = Self.joined(names.map { Array($0.utf8) })
    (keyBytes, keyEnds) = Self.joined(names.map { JSONKey($0).bytes })
  }

  private static func joined(_ texts: [[UInt8]]) -> (bytes: [UInt8], ends: [Int]) {
    var end = 0
    let ends = texts.map { text in
      end += text.count
      return end
    }
    return (texts.flatMap(\.self), ends)
  }

  /// The names while they are being compared or written.
  struct Lent {
    fileprivate let bytes: UnsafeBufferPointer<UInt8>
    fileprivate let ends: UnsafeBufferPointer<Int>

    /// The bytes of a name.
    func name(_ place: Int) -> UnsafeBufferPointer<UInt8> {
      let first = place == 0 ? 0 : ends[place - 1]
      return UnsafeBufferPointer(rebasing: bytes[first..<ends[place]])
    }

    /// The place of a member's name in the list; searched from `start` on and then from the beginning, because members
    /// mostly come in the order of the list.
    @inline(__always)
    func place(of key: TapeEntry, in tape: Tape, _ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
      if start < ends.count, tape.string(key, of: text, equals: name(start)) { return start }
      return place(of: key, in: tape, text, among: min(start + 1, ends.count)..<ends.count)
        ?? place(of: key, in: tape, text, among: 0..<start)
    }

    private func place(
      of key: TapeEntry, in tape: Tape, _ text: UnsafeBufferPointer<UInt8>, among places: Range<Int>
    ) -> Int? {
      places.first { tape.string(key, of: text, equals: name($0)) }
    }
  }

  /// Lends the names for as long as the closure runs.
  @inline(__always)
  func lend<Result>(_ body: (Lent) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { bytes in
      ends.withUnsafeBufferPointer { ends in body(Lent(bytes: bytes, ends: ends)) }
    }
  }

  /// Lends the names as they are written.
  @inline(__always)
  func lendKeys(_ body: (Lent) -> Void) {
    keyBytes.withUnsafeBufferPointer { bytes in
      keyEnds.withUnsafeBufferPointer { ends in body(Lent(bytes: bytes, ends: ends)) }
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
    names.lend { names in
      tape.forEachMember(ofObjectAt: index) { key, value, text in
        if let place = names.place(of: key, in: tape, text, from: next) {
          next = place + 1
        } else {
          found.append((tape.string(key), JSONValue(tape: tape, index: value)))
        }
        return found.count < limit
      }
    }
    return found
  }
}
