/// A place in a JSON text.
public struct JSONPosition: Sendable, Hashable, CustomStringConvertible {
  /// The number of bytes before the position.
  public let offset: Int
  /// The line, from 1; a line ends with a line feed.
  public let line: Int
  /// The column, from 1, in Unicode scalars: what an editor counts as characters in plain text.
  public let column: Int

  /// Creates a position from its parts.
  public init(offset: Int, line: Int, column: Int) {
    self.offset = offset
    self.line = line
    self.column = column
  }

  /// Finds the line and column of an offset; an offset past the end counts as the end.
  public init(offset: Int, in bytes: [UInt8]) {
    self = JSONPosition(offset: 0, line: 1, column: 1).advanced(to: offset, in: bytes)
  }

  /// The position of a later offset in the same text; only the bytes in between are examined.
  func advanced(to offset: Int, in bytes: [UInt8]) -> JSONPosition {
    let end = min(max(self.offset, offset), bytes.count)
    var line = line
    var column = column
    for byte in bytes[self.offset..<end] {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return JSONPosition(offset: end, line: line, column: column)
  }

  /// The position in words, such as `line 3, column 7`.
  public var description: String { "line \(line), column \(column)" }
}
