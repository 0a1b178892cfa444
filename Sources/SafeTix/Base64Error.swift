/// Why a text is not base64.
public enum Base64Error: Error, Sendable, Hashable, CustomStringConvertible {
  /// The length is not a multiple of four: padding is missing, or part of the text is.
  case length(Int)
  /// The byte at this offset is not in the alphabet.
  case character(UInt8, offset: Int)
  /// There is padding before the end, or too much of it.
  case padding(offset: Int)
  /// The unused bits at the end are not zero, so the text was truncated or altered.
  case trailingBits

  /// The error as one readable sentence.
  public var description: String {
    switch self {
    case .length(let length): "base64 comes in groups of four characters; this text has \(length)"
    case .character(let byte, let offset): "\(Self.name(of: byte)) at offset \(offset)\(Self.hint(for: byte))"
    case .padding(let offset): "base64 padding at offset \(offset), where none is allowed"
    case .trailingBits: "the last base64 character has bits that belong to no byte"
    }
  }

  private static func name(of byte: UInt8) -> String {
    (0x21...0x7E).contains(byte) ? "\"\(Character(Unicode.Scalar(byte)))\"" : "byte \(byte)"
  }

  private static func hint(for byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "_"): " is from the URL-safe alphabet; tokens use + and /"
    case 0x0A, 0x0D: " is a line break; tokens are one line"
    default: " is not base64"
    }
  }
}
