/// Turns a text into a tape in one pass, checking everything along the way.
///
/// Works on borrowed memory; every access is preceded by a comparison with `count` or `capacity`.
struct TapeParser {
  let bytes: UnsafePointer<UInt8>
  let count: Int
  let entries: UnsafeMutablePointer<TapeEntry>
  let capacity: Int

  /// The number of entries on the tape.
  var entryCount = 0
  /// The index of the innermost open container; -1 if there is none.
  var container = -1
  /// The index of the most recent member's name.
  var latestKey = -1
  /// Whether the parser is at the place of the next value (a member's value or an element).
  var isInChild = false
  /// What went wrong; set before ``Halt`` is thrown.
  var failure: Failure?

  /// How deeply arrays and objects may be nested.
  static let depthLimit = 64

  /// Stops the parse; the reason is in ``failure``.
  struct Halt: Error {}

  /// The reason why a parse stopped.
  enum Failure {
    case syntax(JSONSyntaxError.Reason, offset: Int)
    case duplicate(key: Int)
    case tapeFull
  }

  /// Parses the whole text.
  mutating func parse() throws(Halt) {
    var place = try parseFirst()
    var depth = 0
    while true {
      // A value begins here.
      switch bytes[place] {
      case UInt8(ascii: "\""):
        place = try string(at: place)
      case UInt8(ascii: "{"):
        guard depth < Self.depthLimit else { throw halt(.tooDeep(limit: Self.depthLimit), at: place) }
        try open(TapeEntry.Tag.object, at: place)
        place = skipBlanks(from: place + 1)
        guard place < count else { throw halt(.unexpectedEnd(expected: .keyOrBrace), at: count) }
        if bytes[place] == UInt8(ascii: "}") {
          place += 1
          close(at: place)
        } else {
          depth += 1
          place = try key(at: place, expecting: .keyOrBrace)
          continue
        }
      case UInt8(ascii: "["):
        guard depth < Self.depthLimit else { throw halt(.tooDeep(limit: Self.depthLimit), at: place) }
        try open(TapeEntry.Tag.array, at: place)
        place = skipBlanks(from: place + 1)
        guard place < count else { throw halt(.unexpectedEnd(expected: .value), at: count) }
        if bytes[place] == UInt8(ascii: "]") {
          place += 1
          close(at: place)
        } else {
          depth += 1
          beginChild()
          continue
        }
      case UInt8(ascii: "t"):
        place = try literal("true", TapeEntry.Tag.true, at: place)
      case UInt8(ascii: "f"):
        place = try literal("false", TapeEntry.Tag.false, at: place)
      case UInt8(ascii: "n"):
        place = try literal("null", TapeEntry.Tag.null, at: place)
      default:
        place = try number(at: place)
      }
      // A value ends here; what follows may close any number of containers.
      while true {
        isInChild = false
        place = skipBlanks(from: place)
        guard container >= 0 else {
          guard place == count else { throw halt(.trailingBytes, at: place) }
          return
        }
        let isObject = entries[container].tag == TapeEntry.Tag.object
        guard place < count else {
          throw halt(.unexpectedEnd(expected: isObject ? .commaOrBrace : .commaOrBracket), at: count)
        }
        let byte = bytes[place]
        if byte == UInt8(ascii: ",") {
          place = skipBlanks(from: place + 1)
          if isObject {
            place = try key(at: place, expecting: .key)
          } else {
            guard place < count else { throw halt(.unexpectedEnd(expected: .value), at: count) }
            beginChild()
          }
          break
        }
        guard byte == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
          throw halt(.unexpectedByte(byte, expected: isObject ? .commaOrBrace : .commaOrBracket), at: place)
        }
        if isObject { try rejectDuplicates() }
        place += 1
        close(at: place)
        depth -= 1
      }
    }
  }

  /// Finds the first byte of the value.
  private mutating func parseFirst() throws(Halt) -> Int {
    if count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { throw halt(.byteOrderMark, at: 0) }
    let place = skipBlanks(from: 0)
    guard place < count else { throw halt(.empty, at: count) }
    return place
  }

  /// Reads a member's name and its colon, and returns where its value begins.
  private mutating func key(at start: Int, expecting: JSONSyntaxError.Expectation) throws(Halt) -> Int {
    guard start < count else { throw halt(.unexpectedEnd(expected: expecting), at: count) }
    guard bytes[start] == UInt8(ascii: "\"") else {
      throw halt(.unexpectedByte(bytes[start], expected: expecting), at: start)
    }
    var place = try string(at: start)
    let length = place - start - 2
    // The first, middle and last byte and the length distinguish most names without looking at the text again.
    entries[entryCount - 1].next =
      UInt32(truncatingIfNeeded: length & 0xFF) | UInt32(bytes[start + 1]) << 8 | UInt32(bytes[place - 2]) << 16
      | UInt32(bytes[start + 1 + length / 2]) << 24
    latestKey = entryCount - 1
    place = skipBlanks(from: place)
    guard place < count else { throw halt(.unexpectedEnd(expected: .colon), at: count) }
    guard bytes[place] == UInt8(ascii: ":") else {
      throw halt(.unexpectedByte(bytes[place], expected: .colon), at: place)
    }
    place = skipBlanks(from: place + 1)
    beginChild()
    guard place < count else { throw halt(.unexpectedEnd(expected: .value), at: count) }
    return place
  }

  /// Counts an element or member of the innermost container.
  private mutating func beginChild() {
    entries[container].info &+= TapeEntry.one
    isInChild = true
  }

  private mutating func open(_ tag: UInt32, at place: Int) throws(Halt) {
    let parent = UInt32(truncatingIfNeeded: container)
    try append(TapeEntry(offset: UInt32(truncatingIfNeeded: place), end: parent, next: 0, info: tag))
    container = entryCount - 1
    isInChild = false
  }

  private mutating func close(at end: Int) {
    let parent = Int(Int32(bitPattern: entries[container].end))
    entries[container].end = UInt32(truncatingIfNeeded: end)
    entries[container].next = UInt32(truncatingIfNeeded: entryCount)
    container = parent
  }

  /// Puts a value without children on the tape.
  @inline(__always)
  mutating func appendScalar(_ info: UInt32, from start: Int, to end: Int) throws(Halt) {
    try append(
      TapeEntry(
        offset: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end),
        next: UInt32(truncatingIfNeeded: entryCount + 1), info: info))
  }

  @inline(__always)
  private mutating func append(_ entry: TapeEntry) throws(Halt) {
    guard entryCount < capacity else {
      failure = .tapeFull
      throw Halt()
    }
    entries[entryCount] = entry
    entryCount += 1
  }

  @inline(__always)
  private func skipBlanks(from start: Int) -> Int {
    var place = start
    while place < count {
      let byte = bytes[place]
      guard byte <= 0x20, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { break }
      place += 1
    }
    return place
  }

  /// Records what is wrong and where.
  mutating func halt(_ reason: JSONSyntaxError.Reason, at offset: Int) -> Halt {
    failure = .syntax(reason, offset: offset)
    return Halt()
  }
}
