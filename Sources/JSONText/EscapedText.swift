/// Strings with escapes, as defined in RFC 8259 section 7.
enum EscapedText {
  /// Resolves the escapes of a string that the parser has accepted.
  static func decode(_ written: some Collection<UInt8>) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(written.count)
    var rest = written[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\"), let escape = rest.popFirst() else {
        decoded.append(byte)
        continue
      }
      switch escape {
      case UInt8(ascii: "b"): decoded.append(0x08)
      case UInt8(ascii: "f"): decoded.append(0x0C)
      case UInt8(ascii: "n"): decoded.append(0x0A)
      case UInt8(ascii: "r"): decoded.append(0x0D)
      case UInt8(ascii: "t"): decoded.append(0x09)
      case UInt8(ascii: "u"): appendScalar(from: &rest, to: &decoded)
      default: decoded.append(escape)
      }
    }
    return decoded
  }

  /// The value of a hexadecimal digit; `nil` for any other byte.
  static func hexValue(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }

  private static func appendScalar<Rest: Collection<UInt8>>(from rest: inout Rest, to decoded: inout [UInt8])
  where Rest.SubSequence == Rest {
    var code = codeUnit(from: &rest)
    if (0xD800..<0xDC00).contains(code) {
      // The parser has checked that the other half follows, after a backslash and a u.
      rest = rest.dropFirst(2)
      code = 0x10000 + (code - 0xD800) << 10 + (codeUnit(from: &rest) & 0x3FF)
    }
    decoded.append(contentsOf: UTF8.encode(Unicode.Scalar(code) ?? "\u{FFFD}") ?? .init())
  }

  private static func codeUnit<Rest: Collection<UInt8>>(from rest: inout Rest) -> UInt32
  where Rest.SubSequence == Rest {
    var code: UInt32 = 0
    for _ in 0..<4 {
      code = code << 4 | (rest.popFirst().flatMap(hexValue) ?? 0)
    }
    return code
  }
}
