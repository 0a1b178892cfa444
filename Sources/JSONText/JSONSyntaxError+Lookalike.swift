extension JSONSyntaxError {
  /// Forms used by people and in other languages that JSON (RFC 8259) does not have.
  public enum Lookalike: Sendable, Hashable, CustomStringConvertible {
    /// `//`, `/*` or `#` in place of a value, a name or a comma.
    case comment
    /// A comma after the last member.
    case commaBeforeBrace
    /// A comma after the last element.
    case commaBeforeBracket
    /// A string or a name in single quotation marks.
    case singleQuotes
    /// A text that begins like YAML.
    case yaml

    /// The explanation in words.
    public var description: String {
      switch self {
      case .comment: "JSON has no comments"
      case .commaBeforeBrace: "there is a comma before \"}\", which JSON does not allow"
      case .commaBeforeBracket: "there is a comma before \"]\", which JSON does not allow"
      case .singleQuotes: "JSON uses double quotation marks only"
      case .yaml: "this looks like YAML, but JSON is expected"
      }
    }

    /// The form found at the byte where a text stopped being JSON; `nil` if it is none of these.
    init?(_ reason: Reason, at offset: Int, in text: [UInt8]) {
      if Self.beginsAsYAML(text) {
        self = .yaml
        return
      }
      let expected: Expectation
      switch reason {
      case .unexpectedByte(_, let expectation): expected = expectation
      case .trailingBytes: expected = .commaOrBrace
      default: return nil
      }
      guard offset < text.count, expected != .digit, expected != .quotationMark else { return nil }
      switch text[offset] {
      case UInt8(ascii: "#"): self = .comment
      case UInt8(ascii: "/")
      where offset + 1 < text.count && [UInt8(ascii: "/"), UInt8(ascii: "*")].contains(text[offset + 1]):
        self = .comment
      case UInt8(ascii: "}") where expected == .key: self = .commaBeforeBrace
      case UInt8(ascii: "]") where expected == .value && Self.lastByte(before: offset, in: text) == UInt8(ascii: ","):
        self = .commaBeforeBracket
      case UInt8(ascii: "'"): self = .singleQuotes
      default: return nil
      }
    }

    private static func lastByte(before offset: Int, in text: [UInt8]) -> UInt8? {
      text[..<offset].last { $0 > 0x20 }
    }

    /// Whether the first line that is neither blank nor a comment is `---`, `- item` or `name: value`.
    private static func beginsAsYAML(_ text: [UInt8]) -> Bool {
      for line in text.prefix(4_096).split(separator: UInt8(ascii: "\n")) {
        let content = line.drop { $0 <= 0x20 }
        guard let first = content.first, first != UInt8(ascii: "#") else { continue }
        if content.starts(with: "---".utf8) || content.starts(with: "- ".utf8) { return true }
        let name = content.prefix { isLetter($0) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") || isDigit($0) }
        let rest = content.dropFirst(name.count)
        guard isLetter(first), rest.first == UInt8(ascii: ":") else { return false }
        return rest.dropFirst().first.map { $0 <= 0x20 } ?? true
      }
      return false
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }
    private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
  }
}
