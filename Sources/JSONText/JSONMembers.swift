/// The members of an object, in the order of the text; empty for any other kind of value.
public struct JSONMembers: Sequence, Sendable {
  let object: JSONValue

  /// How many members there are.
  public let count: Int

  init(_ value: JSONValue) {
    object = value
    count = value.entry.tag == TapeEntry.Tag.object ? value.entry.count : 0
  }

  /// Whether there are none.
  public var isEmpty: Bool { count == 0 }

  /// The exact number of members.
  public var underestimatedCount: Int { count }

  /// Creates an iterator at the first member.
  public func makeIterator() -> Iterator {
    Iterator(tape: object.tape, remaining: count, key: object.index + 1)
  }

  /// Iterates over the members.
  public struct Iterator: IteratorProtocol, Sendable {
    let tape: Tape
    var remaining: Int
    var key: Int

    /// The next member, with the escapes of its name resolved.
    public mutating func next() -> (key: String, value: JSONValue)? {
      guard remaining > 0 else { return nil }
      remaining -= 1
      let value = JSONValue(tape: tape, index: key + 1)
      let name = tape.string(tape.entries[key])
      key = value.entry.following
      return (name, value)
    }
  }
}
