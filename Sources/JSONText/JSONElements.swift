/// The elements of an array, in order; empty for any other kind of value.
///
/// The count is free. Moving to the next element takes constant time; finding the nth takes n steps.
public struct JSONElements: Collection, Sendable {
  let array: JSONValue

  /// The position of an element.
  public struct Index: Sendable, Hashable, Comparable {
    let ordinal: Int
    let entry: Int

    /// Whether the first position comes before the second.
    public static func < (first: Index, second: Index) -> Bool { first.ordinal < second.ordinal }
    /// Whether both positions are the same.
    public static func == (first: Index, second: Index) -> Bool { first.ordinal == second.ordinal }
    /// Feeds the position to a hasher.
    public func hash(into hasher: inout Hasher) { hasher.combine(ordinal) }
  }

  /// How many elements there are.
  public let count: Int

  init(_ value: JSONValue) {
    array = value
    count = value.entry.tag == TapeEntry.Tag.array ? value.entry.count : 0
  }

  /// Creates an iterator at the first element.
  public func makeIterator() -> Iterator {
    Iterator(tape: array.tape, remaining: count, entry: array.index + 1)
  }

  /// Iterates over the elements.
  public struct Iterator: IteratorProtocol, Sendable {
    let tape: Tape
    var remaining: Int
    var entry: Int

    /// The next element.
    public mutating func next() -> JSONValue? {
      guard remaining > 0 else { return nil }
      remaining -= 1
      let value = JSONValue(tape: tape, index: entry)
      entry = tape.entries[entry].following
      return value
    }
  }

  /// The position of the first element.
  public var startIndex: Index { Index(ordinal: 0, entry: array.index + 1) }
  /// The position after the last element.
  public var endIndex: Index { Index(ordinal: count, entry: 0) }

  /// The position after the given one.
  public func index(after index: Index) -> Index {
    Index(ordinal: index.ordinal + 1, entry: array.tape.entries[index.entry].following)
  }

  /// The element at a position.
  public subscript(index: Index) -> JSONValue { JSONValue(tape: array.tape, index: index.entry) }

  /// The nth element, from 0; `nil` past the last.
  public subscript(ordinal: Int) -> JSONValue? {
    guard ordinal >= 0, ordinal < count else { return nil }
    return self[index(startIndex, offsetBy: ordinal)]
  }
}
