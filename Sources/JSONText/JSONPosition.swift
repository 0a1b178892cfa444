/// A place in a JSON text.
public struct JSONPosition: Sendable, Hashable, CustomStringConvertible {
  /// Bytes before the place.
  public let offset: Int
  /// The line, from 1; a line ends with a line feed.
  public let line: Int
  /// The column, from 1, in Unicode scalars: what an editor counts as characters of plain text.
  public let column: Int

  /// Makes a position from its parts.
  public init(offset: Int, line: Int, column: Int) {
    self.offset = offset
    self.line = line
    self.column = column
  }

  /// Finds the line and the column of an offset; an offset past the end is the end.
  public init(offset: Int, in bytes: some Collection<UInt8>) {
    var line = 1
    var column = 1
    for byte in bytes.prefix(max(0, offset)) {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    self.init(offset: min(max(0, offset), bytes.count), line: line, column: column)
  }

  /// The place for people, such as `line 3, column 7`.
  public var description: String { "line \(line), column \(column)" }
}
