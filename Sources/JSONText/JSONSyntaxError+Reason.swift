extension JSONSyntaxError {
  /// What can be wrong with a text.
  public enum Reason: Sendable, Hashable, CustomStringConvertible {
    /// The text is empty or only whitespace.
    case empty
    /// The text begins with a byte order mark, which RFC 8259 section 8.1 forbids.
    case byteOrderMark
    /// The text ends in the middle of a value.
    case unexpectedEnd(expected: Expectation)
    /// A byte that is not allowed here.
    case unexpectedByte(UInt8, expected: Expectation)
    /// Something follows the value.
    case trailingBytes
    /// An object has two members of the same name, after resolving escapes.
    case duplicateKey(String)
    /// Arrays and objects are nested more deeply than the limit.
    case tooDeep(limit: Int)
    /// The text is longer than the limit, in bytes.
    case tooLong(limit: Int)
    /// A string contains an unescaped control character.
    case controlCharacter(UInt8)
    /// A backslash is not followed by an escape that JSON knows.
    case invalidEscape
    /// An escaped surrogate lacks its other half.
    case loneSurrogate
    /// The bytes are not UTF-8.
    case invalidUTF8
    /// A number begins with a zero followed by another digit.
    case leadingZero

    /// The reason in words, without the position.
    public var description: String {
      switch self {
      case .empty: "the text is empty"
      case .byteOrderMark: "the text begins with a byte order mark"
      case .unexpectedEnd(let expected): "expected \(expected), found the end of the text"
      case .unexpectedByte(let byte, let expected): "expected \(expected), found \(Self.name(of: byte))"
      case .trailingBytes: "something follows the value"
      case .duplicateKey(let name): "duplicate key \(Quotation.quote(name))"
      case .tooDeep(let limit): "more than \(limit) arrays and objects are nested"
      case .tooLong(let limit): "the text is longer than \(limit) bytes"
      case .controlCharacter(let byte): "unescaped control character \(Self.name(of: byte)) in a string"
      case .invalidEscape: "invalid escape in a string"
      case .loneSurrogate: "half of a surrogate pair in a string"
      case .invalidUTF8: "the bytes are not UTF-8"
      case .leadingZero: "a number has a leading zero"
      }
    }

    private static func name(of byte: UInt8) -> String {
      if (0x21...0x7E).contains(byte) { return "\"\(Character(Unicode.Scalar(byte)))\"" }
      let digits = String(byte, radix: 16, uppercase: true)
      return "byte 0x" + (digits.count == 1 ? "0" : "") + digits
    }
  }

  /// What was expected instead.
  public enum Expectation: Sendable, Hashable, CustomStringConvertible {
    /// Any value.
    case value
    /// The name of a member.
    case key
    /// The name of a member, or the end of the empty object.
    case keyOrBrace
    /// The colon after a member's name.
    case colon
    /// A comma, or the end of the array.
    case commaOrBracket
    /// A comma, or the end of the object.
    case commaOrBrace
    /// A digit of a number.
    case digit
    /// The rest of a string.
    case quotationMark

    /// The expectation in words.
    public var description: String {
      switch self {
      case .value: "a value"
      case .key: "a key in quotation marks"
      case .keyOrBrace: "a key in quotation marks or \"}\""
      case .colon: "\":\""
      case .commaOrBracket: "\",\" or \"]\""
      case .commaOrBrace: "\",\" or \"}\""
      case .digit: "a digit"
      case .quotationMark: "the end of the string"
      }
    }
  }
}
