/// The text form of keys in tokens.
enum Hexadecimal {
  /// Whether a UUID has a hyphen at this position.
  static func isHyphen(_ place: Int) -> Bool {
    place == 8 || place == 13 || place == 18 || place == 23
  }

  static func digit(_ nibble: UInt64) -> UInt8 {
    let nibble = UInt8(truncatingIfNeeded: nibble & 0xF)
    return nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10
  }

  /// Bytes as lower-case digits; as a UUID, only the first sixteen of them, with hyphens.
  static func string(_ bytes: [UInt8], asUUID: Bool) -> String {
    var text: [UInt8] = []
    for byte in asUUID ? bytes.prefix(16) : bytes[...] {
      if asUUID, isHyphen(text.count) { text.append(UInt8(ascii: "-")) }
      text.append(digit(UInt64(byte >> 4)))
      text.append(digit(UInt64(byte)))
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The bytes of hexadecimal digits in either case; `nil` for anything else.
  static func bytes(_ text: String) -> [UInt8]? {
    let digits = Array(text.utf8)
    guard digits.count % 2 == 0, !digits.isEmpty else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(digits.count / 2)
    for place in stride(from: 0, to: digits.count, by: 2) {
      guard let high = value(digits[place]), let low = value(digits[place + 1]) else { return nil }
      bytes.append(high << 4 | low)
    }
    return bytes
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
