/// Everything that is wrong with a JSON value, collected while it is read so that all of it can be reported at once.
///
/// Readers note a fault and go on with the rest. What depends on something faulty is not checked, so that one mistake
/// is not reported twice.
public struct JSONFaults: Error, Sendable, Hashable {
  private var unknownMembers: [JSONMismatch] = []
  private var others: [JSONMismatch] = []
  /// How many more unknown members there are than were noted.
  public private(set) var uncounted = 0

  /// How many faults are noted.
  ///
  /// Finding a fault's line means scanning all the text before it, so many more would take time that grows with the square
  /// of the text's length. When so many are noted, nothing more is read.
  private static let limit = 40

  /// Starts without faults.
  public init() {}

  /// Whether nothing is wrong so far.
  public var isEmpty: Bool { unknownMembers.isEmpty && others.isEmpty }

  /// Whether no more faults are noted.
  public var isFull: Bool { unknownMembers.count + others.count >= Self.limit }

  /// The faults: first the unknown members, which are often the reason for others, then the rest; each in the order of
  /// the text.
  public var inOrder: [JSONMismatch] { Self.sorted(unknownMembers) + Self.sorted(others) }

  private static func sorted(_ faults: [JSONMismatch]) -> [JSONMismatch] {
    faults.enumerated().sorted { ($0.element.position.offset, $0.offset) < ($1.element.position.offset, $1.offset) }
      .map(\.element)
  }

  /// Notes a fault, unless there are too many already.
  public mutating func note(_ mismatch: @autoclosure () -> JSONMismatch) {
    if !isFull { others.append(mismatch()) }
  }

  /// Reads something, or notes why it cannot be read and returns `nil`.
  public mutating func read<Result>(_ result: @autoclosure () throws(JSONMismatch) -> Result) -> Result? {
    read(try Optional(result()))
  }

  /// Reads something that may be missing; returns `nil` then, and if it cannot be read, which is noted.
  public mutating func read<Result>(_ result: @autoclosure () throws(JSONMismatch) -> Result?) -> Result? {
    if isFull { return nil }
    do throws(JSONMismatch) {
      return try result()
    } catch {
      others.append(error)
      return nil
    }
  }

  /// A reader for an object, to be handed to ``finish(_:)`` afterwards; notes if the value is something else.
  public mutating func object(_ value: JSONValue) -> JSONObjectReader? { read(try JSONObjectReader(value)) }

  /// The elements of an array; none if it is missing, or something else, which is noted.
  public mutating func elements(_ value: JSONValue?) -> [JSONValue] {
    read(try value?.asArray()).map(Array.init) ?? []
  }

  /// Notes the members of an object that were never read.
  public mutating func finish(_ reader: JSONObjectReader) {
    let unread = reader.unread
    for (place, member) in unread.enumerated() {
      if isFull {
        uncounted += unread.count - place
        return
      }
      unknownMembers.append(reader.mismatch(unread: member))
    }
  }
}
