/// One value of a parsed JSON text (RFC 8259).
///
/// A view: it refers to the whole text and the value's location in it, so creating, copying and passing it costs no
/// more than a reference. Numbers stay text and strings stay bytes until they are asked for.
public struct JSONValue: Sendable {
  let tape: Tape
  let index: Int

  init(tape: Tape, index: Int) {
    self.tape = tape
    self.index = index
  }

  /// Parses a text that holds exactly one value.
  ///
  /// Stricter than most readers: besides everything that the grammar of RFC 8259 does not allow, it rejects invalid
  /// UTF-8, duplicate keys, more than 64 nested containers, bytes after the value, and texts over 128 MiB.
  ///
  /// - Throws: ``JSONSyntaxError`` for the first error.
  public static func parse(_ bytes: [UInt8]) throws(JSONSyntaxError) -> JSONValue {
    guard bytes.count <= Tape.longestText else {
      throw JSONSyntaxError(
        reason: .tooLong(limit: Tape.longestText), position: JSONPosition(offset: 0, line: 1, column: 1), path: "")
    }
    // Human-written texts rarely have more than one value in eight bytes. A text that does is parsed again with room
    // for the maximum: a value and its comma take two bytes, and the depth limit bounds containers that are never
    // closed.
    if let value = try parse(bytes, capacity: bytes.count / 8 + 16) { return value }
    guard let value = try parse(bytes, capacity: bytes.count / 2 + 2 + TapeParser.depthLimit) else {
      throw JSONSyntaxError(
        reason: .tooLong(limit: Tape.longestText), position: JSONPosition(offset: 0, line: 1, column: 1), path: "")
    }
    return value
  }

  /// Parses with room for this many entries; `nil` if there are more.
  private static func parse(_ bytes: [UInt8], capacity: Int) throws(JSONSyntaxError) -> JSONValue? {
    var syntaxError: JSONSyntaxError?
    var isComplete = false
    let entries = [TapeEntry](unsafeUninitializedCapacity: capacity) { tape, tapeCount in
      bytes.withUnsafeBufferPointer { text in
        guard let start = text.baseAddress, let tapeStart = tape.baseAddress else {
          syntaxError = JSONSyntaxError(reason: .empty, position: JSONPosition(offset: 0, line: 1, column: 1), path: "")
          return
        }
        var parser = TapeParser(bytes: start, count: text.count, entries: tapeStart, capacity: capacity)
        do {
          try parser.parse()
          tapeCount = parser.entryCount
          isComplete = true
        } catch {
          syntaxError = parser.syntaxError(in: bytes)
        }
      }
    }
    if let syntaxError { throw syntaxError }
    return isComplete ? JSONValue(tape: Tape(bytes: bytes, entries: entries), index: 0) : nil
  }

  var entry: TapeEntry { tape.entries[index] }

  /// The kind of the value.
  public var kind: Kind {
    switch entry.tag {
    case TapeEntry.Tag.null: .null
    case TapeEntry.Tag.false, TapeEntry.Tag.true: .bool
    case TapeEntry.Tag.number: .number
    case TapeEntry.Tag.string: .string
    case TapeEntry.Tag.array: .array
    default: .object
    }
  }

  /// Whether the value is `null`.
  public var isNull: Bool { entry.tag == TapeEntry.Tag.null }
}
