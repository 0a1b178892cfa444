/// Prepares text from elsewhere for a terminal.
package enum TerminalText {
  /// Writes control characters in the form `\u{1B}`, so that they are shown instead of obeyed.
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

  /// The width in columns of pages for people.
  package static let width = 80

  /// Breaks text between words into lines of at most `width` columns; a longer word gets a line of its own.
  ///
  /// - Parameters:
  ///   - column: how many columns of the first line are already taken.
  ///   - indent: how many spaces begin each line but the first.
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

  /// Shortens text to at most `width` columns, ending with an ellipsis if it was cut.
  package static func shortened(_ text: String, to width: Int) -> String {
    text.count <= width ? text : text.prefix(max(0, width - 1)) + "…"
  }

  /// Whether it is a C0 or C1 control, one of the two line-ending separators, or changes the direction of writing.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
