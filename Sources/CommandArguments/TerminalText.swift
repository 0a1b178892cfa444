/// Text that comes from elsewhere, on its way to a terminal.
package enum TerminalText {
  /// The text with its control characters as `\u{1B}`, so that they are read and not obeyed.
  package static func escaped(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isControl(scalar) {
        result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}".unicodeScalars
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// The columns that a page for people has.
  package static let width = 80

  /// Lines of at most so many columns, broken between words; a word that is longer has a line of its own.
  ///
  /// - Parameters:
  ///   - column: the columns that are taken already in the first line.
  ///   - indent: how many blanks are before each line but the first.
  package static func wrapped(_ text: String, from column: Int = 0, indent: Int = 0, width: Int = width) -> [String] {
    var lines: [String] = []
    var line = ""
    var column = column
    for (number, word) in text.split(separator: " ").enumerated() {
      if number > 0, column + 1 + word.count > width {
        lines.append(line)
        line = String(repeating: " ", count: indent)
        column = indent
      } else if number > 0 {
        line += " "
        column += 1
      }
      line += word
      column += word.count
    }
    return lines + [line]
  }

  /// The text in so many columns at most, with an ellipsis if that is not all of it.
  package static func shortened(_ text: String, to width: Int) -> String {
    text.count <= width ? text : text.prefix(max(0, width - 1)) + "…"
  }

  /// C0 and C1 controls, the two separators that end a line, and what changes the direction of writing.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
