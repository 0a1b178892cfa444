/// A shell command, broken into lines between its words so that it can still be pasted.
enum ShellLines {
  /// The lines of a command of at most so many columns, all but the last with a backslash at the end.
  ///
  /// Only blanks outside of quotation marks are broken at; a word that is longer stands on a line of its own. Control
  /// characters other than line feeds are written visibly, which is not the same command but is safe to print.
  static func lines(of command: String, width: Int) -> [String] {
    var lines: [String] = []
    var current = ""
    for word in words(of: command) {
      // Room for the blank and the backslash at the end.
      if !current.isEmpty, TextLayout.columns(current) + 1 + TextLayout.columns(word) > width - 2 {
        lines.append(current + " \\")
        current = "  "
      }
      current += current.isEmpty || current == "  " ? word : " " + word
    }
    lines.append(current)
    return lines
  }

  /// The words as they are written, with their quotation marks.
  private static func words(of command: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    var quote: Unicode.Scalar?
    var isEscaped = false
    for scalar in command.unicodeScalars {
      let isBlank = scalar == " " || scalar == "\n"
      if isEscaped {
        isEscaped = false
        // A line that was broken already.
        if scalar == "\n", quote == nil {
          word.removeLast()
          continue
        }
      } else if isBlank, quote == nil {
        if !word.isEmpty { words.append(String(word)) }
        word = String.UnicodeScalarView()
        continue
      } else if scalar == "\\", quote != "'" {
        isEscaped = true
      } else if scalar == quote {
        quote = nil
      } else if quote == nil, scalar == "'" || scalar == "\"" {
        quote = scalar
      }
      if scalar == "\n" || !PrintableText.isUnfit(scalar) {
        word.append(scalar)
      } else {
        word.append(contentsOf: PrintableText.escape(String(scalar)).unicodeScalars)
      }
    }
    if !word.isEmpty { words.append(String(word)) }
    return words
  }
}
