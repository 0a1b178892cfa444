/// A shell command, broken into lines between its words so that it can still be pasted.
enum ShellLines {
  /// The lines of a command of at most so many columns, all but the last with a backslash at the end.
  ///
  /// An option stays with its value. Quoted text is not broken: a word that is longer stands on a line of its own. What
  /// a terminal or a build's log would obey is written so that the shell reads the same and they do not.
  static func lines(of command: String, width: Int) -> [String] {
    var lines: [String] = []
    var current = ""
    for unit in units(words(of: command), width: width) {
      // Room for the blank and the backslash at the end.
      if !current.isEmpty, TextLayout.columns(current) + 1 + TextLayout.columns(unit) > width - 2 {
        lines.append(current + " \\")
        current = "  "
      }
      current += current.isEmpty || current == "  " ? unit : " " + unit
    }
    lines.append(current)
    return lines
  }

  /// Options joined with what follows them, if both fit a line.
  private static func units(_ words: [String], width: Int) -> [String] {
    var units: [String] = []
    var isOpen = false
    for word in words {
      let isOption = word.utf8.first == UInt8(ascii: "-")
      if isOpen, !isOption, let last = units.last,
        TextLayout.columns(last) + TextLayout.columns(word) <= width - 5
      {
        units[units.count - 1] = "\(last) \(word)"
        isOpen = false
      } else {
        units.append(word)
        isOpen = isOption
      }
    }
    return units
  }

  /// The words as they are written, with their quotation marks.
  private static func words(of command: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    var quote: Unicode.Scalar?
    var isEscaped = false
    for scalar in command.unicodeScalars {
      if isEscaped {
        isEscaped = false
        if PrintableText.isUnfit(scalar) {
          word.removeLast()
          // A backslash and a line feed are nothing: a line that was broken already.
          if scalar == "\n" { continue }
        }
      } else if quote == nil, scalar == " " || scalar == "\n" {
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
      append(scalar, to: &word, in: quote)
    }
    if !word.isEmpty { words.append(String(word)) }
    return words
  }

  /// Appends a character; a quotation is interrupted for one that must not stand there as it is.
  private static func append(
    _ scalar: Unicode.Scalar, to word: inout String.UnicodeScalarView, in quote: Unicode.Scalar?
  ) {
    let mark = quote.map { String($0) } ?? ""
    if PrintableText.isUnfit(scalar) {
      word.append(contentsOf: "\(mark)$'\(PrintableText.escape(String(scalar)))'\(mark)".unicodeScalars)
    } else if scalar == "#", word.last == "#" {
      word.append(contentsOf: (quote == nil ? "\\#" : "\(mark)\(mark)#").unicodeScalars)
    } else if scalar == ":", word.isEmpty {
      word.append(contentsOf: "\\:".unicodeScalars)
    } else {
      word.append(scalar)
    }
  }
}
