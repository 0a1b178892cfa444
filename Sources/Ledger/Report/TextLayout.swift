/// Lays out text for a terminal in lines of at most `width` columns.
struct TextLayout {
  /// A text style, as its escape sequence.
  enum Style: String {
    case bold = "1"
    case red = "1;31"
    case green = "1;32"
    case yellow = "1;33"
    case cyan = "1;36"
    case dim = "2"
  }

  /// The maximum number of columns in a line.
  let width: Int
  /// Whether styles are written.
  let hasColours: Bool
  private(set) var text = ""

  init(width: Int = 80, hasColours: Bool) {
    self.width = width
    self.hasColours = hasColours
  }

  /// Adds an empty line.
  mutating func blank() { text += "\n" }

  /// Adds a line unchanged.
  mutating func line(_ line: String, indent: Int = 0) {
    text += String(repeating: " ", count: indent) + line + "\n"
  }

  /// Adds wrapped words; lines after the first are indented by `hanging` more.
  ///
  /// A word longer than a line is split, because otherwise the terminal would split it and lose the indent.
  mutating func paragraph(_ words: String, indent: Int = 0, hanging: Int = 0, style: Style? = nil) {
    var margin = indent
    var current = ""
    var columns = 0
    func room() -> Int { max(1, width - margin) }
    for part in words.split(separator: " ") {
      var word = PrintableText.disarm(part)[...]
      var length = Self.columns(word)
      if columns > 0, columns + 1 + length > room() {
        line(styled(current, style), indent: margin)
        (current, columns, margin) = ("", 0, indent + hanging)
      }
      while length > room() {
        let head = Self.prefix(of: word, columns: room())
        line(styled(String(head), style), indent: margin)
        word = PrintableText.disarm(word[head.endIndex...])[...]
        length = Self.columns(word)
        margin = indent + hanging
      }
      if columns > 0 {
        current += " "
        columns += 1
      }
      current += word
      columns += length
    }
    if columns > 0 { line(styled(current, style), indent: margin) }
  }

  /// Text in a style, if styles are written.
  func styled(_ text: String, _ style: Style?) -> String {
    guard hasColours, let style, !text.isEmpty else { return text }
    return "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m"
  }

  /// How many columns text takes in a terminal; Chinese, Japanese, Korean and emoji take two per character.
  static func columns(_ text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + columns($1) }
  }

  private static func prefix(of word: Substring, columns limit: Int) -> Substring {
    var used = 0
    let end = word.indices.first { index in
      used += columns(word[index])
      return used > limit
    }
    // Take at least one character, or the loop would never end.
    return word[..<max(end ?? word.endIndex, word.index(after: word.startIndex))]
  }

  private static func columns(_ character: Character) -> Int {
    guard let first = character.unicodeScalars.first?.value, first >= 0x1100 else { return 1 }
    return switch first {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      2
    default: 1
    }
  }
}
