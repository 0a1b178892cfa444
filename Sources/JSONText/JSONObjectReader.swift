/// Reads the members of one object by name and tracks which were never read.
///
/// Fastest when members are read in the order of the text; any order works. Allocates only for the strings returned,
/// and to remember names that the object does not have.
public struct JSONObjectReader: Sendable {
  /// The object.
  public let value: JSONValue

  private let count: Int
  /// One bit for each of the first 64 members: whether it was read.
  private var readMask: UInt64 = 0
  /// The same for all later members.
  private var readLater: [Bool] = []
  /// Names that were not found while members were unread; with the names read, these are all names asked for.
  private var missed: [String] = []
  /// Where to look first: after the member found last.
  private var nextOrdinal = 0
  private var nextKey: Int

  /// Starts reading an object.
  ///
  /// - Throws: ``JSONMismatch`` if the value is not an object.
  public init(_ value: JSONValue) throws(JSONMismatch) {
    guard value.kind == .object else { throw value.mismatch(expected: "an object") }
    self.value = value
    count = value.entry.count
    nextKey = value.index + 1
  }

  /// Returns the member with this name and marks it as read.
  ///
  /// A `null` counts as present.
  public mutating func member(_ name: String) -> JSONValue? {
    guard let index = find(name) else {
      noteMissed(name)
      return nil
    }
    return JSONValue(tape: value.tape, index: index)
  }

  /// Returns the member with this name, or else with the first alias that the object has, and marks it as read.
  public mutating func member(_ name: String, aliases: [String]) -> JSONValue? {
    if let index = find(name) { return JSONValue(tape: value.tape, index: index) }
    for alias in aliases {
      if let index = find(alias) { return JSONValue(tape: value.tape, index: index) }
    }
    noteMissed(name)
    for alias in aliases { noteMissed(alias) }
    return nil
  }

  /// Returns the member with the first of these names that the object has, and marks it as read.
  public mutating func member(_ name: String, _ alias: String, _ others: String...) -> JSONValue? {
    member(name, aliases: [alias] + others)
  }

  /// The members that were never read, in the order of the text.
  public var unread: [UnreadMember] {
    guard count > 64 || readMask.nonzeroBitCount < count else { return [] }
    let unreadKeys = keys.enumerated().filter { !isRead($0.offset) }
    guard !unreadKeys.isEmpty else { return [] }
    let path = value.path
    let known = knownNames
    var position = value.position
    return unreadKeys.enumerated().map { place, key in
      let entry = value.tape.entries[key.element]
      let name = value.tape.string(entry)
      // Limited, because the peer decides how many there are; for the same reason, all positions are found in one pass.
      let suggestion = place < 32 ? Spelling.nearest(to: name, among: known) : nil
      position = position.advanced(to: entry.start, in: value.tape.bytes)
      return UnreadMember(
        name: name, path: JSONPointer.appending(name, to: path), position: position, suggestion: suggestion)
    }
  }

  /// Rejects members that were never read.
  ///
  /// - Throws: ``JSONMismatch`` for the first; ``unread`` has all of them.
  public func rejectUnread() throws(JSONMismatch) {
    guard let first = unread.first else { return }
    throw mismatch(unread: first)
  }

  /// The error to throw for an unknown member; its `expected` lists the names asked for.
  public func mismatch(unread member: UnreadMember) -> JSONMismatch {
    let known = knownNames.map { Quotation.quote($0) }
    return JSONMismatch(
      path: member.path, expected: known.isEmpty ? "no members" : "one of \(known.joined(separator: ", "))",
      found: "unknown key \(Quotation.quote(member.name))", position: member.position, suggestion: member.suggestion)
  }

  /// The error to throw if a value, in this object or nested in it, is not what was expected.
  public func mismatch(at value: JSONValue, expected: String, found: String? = nil) -> JSONMismatch {
    value.mismatch(expected: expected, found: found)
  }

  /// The error to throw if a member is missing.
  public func mismatch(missing name: String, expected: String) -> JSONMismatch {
    JSONMismatch(
      path: JSONPointer.appending(name, to: value.path), expected: expected, found: "nothing", position: value.position)
  }

  /// Finds the index of a member's value and marks it as read.
  mutating func find(_ name: String) -> Int? {
    if let found = name.utf8.withContiguousStorageIfAvailable({ find($0) }) { return found }
    return Array(name.utf8).withUnsafeBufferPointer { find($0) }
  }

  private mutating func find(_ name: UnsafeBufferPointer<UInt8>) -> Int? {
    let tape = value.tape
    let first = value.index + 1
    var (ordinal, key) = (nextOrdinal, nextKey)
    var found: Int?
    for _ in 0..<count {
      if ordinal == count { (ordinal, key) = (0, first) }
      let isFound = tape.string(tape.entries[key], equals: name)
      if isFound {
        markRead(ordinal)
        found = key + 1
      }
      ordinal += 1
      key = tape.entries[key + 1].following
      if isFound { break }
    }
    (nextOrdinal, nextKey) = (ordinal, key)
    return found
  }

  mutating func noteMissed(_ name: String) {
    guard count > 64 || readMask.nonzeroBitCount < count, !missed.contains(name) else { return }
    missed.append(name)
  }

  private mutating func markRead(_ ordinal: Int) {
    if ordinal < 64 {
      readMask |= 1 << UInt64(ordinal)
    } else {
      if readLater.isEmpty { readLater = Array(repeating: false, count: count - 64) }
      readLater[ordinal - 64] = true
    }
  }

  private func isRead(_ ordinal: Int) -> Bool {
    ordinal < 64 ? readMask >> UInt64(ordinal) & 1 != 0 : !readLater.isEmpty && readLater[ordinal - 64]
  }

  /// The tape indices of the members' names.
  private var keys: [Int] {
    var key = value.index + 1
    return (0..<count).map { _ in
      defer { key = value.tape.entries[key + 1].following }
      return key
    }
  }

  private var knownNames: [String] {
    keys.enumerated().filter { isRead($0.offset) }.map { value.tape.string(value.tape.entries[$0.element]) } + missed
  }
}
