/// A shell command, broken into lines between its words so that it can still be pasted.
enum ShellLines {
  /// Breaks a command into lines of at most `width` columns, each but the last ending with a backslash.
  ///
  /// An option stays with its value. Quoted text is not broken: a longer word gets a line of its own. What a terminal
  /// or a build log would act on is written so that it means the same to the shell but nothing to them.
  static func lines(of command: String, width: Int) -> [String] {
    var lines: [String] = []
    var current = ""
    for unit in units(words(of: command), width: width) {
      // Leaves room for the space and the backslash at the end.
      if !current.isEmpty, TextLayout.columns(current) + 1 + TextLayout.columns(unit) > width - 2 {
        lines.append(current + " \\")
        current = "  "
      }
      current += current.isEmpty || current == "  " ? unit : " " + unit
    }
    lines.append(current)
    return lines
  }

  /// Joins each option with the word after it, if both fit on a line.
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

  /// The words as written, with their quotation marks.
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
          // A backslash before a line feed means nothing: the line was already broken there.
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

  /// Appends a character, interrupting a quotation for one that must not appear literally.
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
