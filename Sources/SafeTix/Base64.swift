/// Base64 with the standard alphabet and padding (RFC 4648 section 4), and nothing else.
public enum Base64 {
  /// How many characters so many bytes become.
  static func encodedLength(_ count: Int) -> Int { (count + 2) / 3 * 4 }

  /// Encodes bytes as ASCII.
  public static func encode(_ bytes: [UInt8]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: encodedLength(bytes.count)) { output, count in
      bytes.withUnsafeBufferPointer { encode($0, into: output) }
      count = encodedLength(bytes.count)
    }
  }

  /// Encodes bytes as text.
  public static func string(_ bytes: [UInt8]) -> String {
    String(unsafeUninitializedCapacity: encodedLength(bytes.count)) { output in
      bytes.withUnsafeBufferPointer { encode($0, into: output) }
      return encodedLength(bytes.count)
    }
  }

  /// Decodes ASCII.
  ///
  /// - Throws: ``Base64Error`` for missing or misplaced padding, line breaks, the URL-safe alphabet, and bits at the end
  ///   that are not zero: what a strict reader refuses.
  public static func decode(_ text: [UInt8]) throws(Base64Error) -> [UInt8] {
    guard text.count % 4 == 0 else {
      // A foreign character explains more than the length does.
      for (offset, byte) in text.enumerated() where value(of: byte) == nil && byte != pad {
        throw .character(byte, offset: offset)
      }
      throw .length(text.count)
    }
    let padding = text.suffix(2).reduce(0) { $0 + ($1 == pad ? 1 : 0) }
    var decoded: [UInt8] = []
    decoded.reserveCapacity(text.count / 4 * 3)
    var bits: UInt32 = 0
    var bitCount = 0
    for offset in 0..<(text.count - padding) {
      guard let value = value(of: text[offset]) else {
        throw text[offset] == pad ? .padding(offset: offset) : .character(text[offset], offset: offset)
      }
      bits = bits << 6 | value
      bitCount += 6
      guard bitCount >= 8 else { continue }
      bitCount -= 8
      decoded.append(UInt8(truncatingIfNeeded: bits >> UInt32(bitCount)))
    }
    // With two signs of padding four bits are left, with one two; "x===" has been refused above.
    if padding == 1, text[text.count - 1] != pad { throw .padding(offset: text.count - 2) }
    guard bits & (1 << UInt32(bitCount) - 1) == 0 else { throw .trailingBits }
    return decoded
  }

  /// Decodes text.
  ///
  /// - Throws: ``Base64Error`` as ``decode(_:)-([UInt8])`` does.
  public static func decode(_ text: String) throws(Base64Error) -> [UInt8] {
    try decode(Array(text.utf8))
  }

  /// Encodes into memory with room for ``encodedLength(_:)`` bytes.
  static func encode(_ bytes: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>) {
    let alphabet = alphabet.utf8Start
    var from = 0
    var to = 0
    while from + 3 <= bytes.count {
      let group = UInt32(bytes[from]) << 16 | UInt32(bytes[from + 1]) << 8 | UInt32(bytes[from + 2])
      output[to] = alphabet[Int(group >> 18)]
      output[to + 1] = alphabet[Int(group >> 12 & 63)]
      output[to + 2] = alphabet[Int(group >> 6 & 63)]
      output[to + 3] = alphabet[Int(group & 63)]
      from += 3
      to += 4
    }
    guard from < bytes.count else { return }
    let isPair = from + 2 == bytes.count
    let group = UInt32(bytes[from]) << 16 | (isPair ? UInt32(bytes[from + 1]) << 8 : 0)
    output[to] = alphabet[Int(group >> 18)]
    output[to + 1] = alphabet[Int(group >> 12 & 63)]
    output[to + 2] = isPair ? alphabet[Int(group >> 6 & 63)] : pad
    output[to + 3] = pad
  }

  private static let pad = UInt8(ascii: "=")

  private static var alphabet: StaticString { "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/" }

  private static func value(of byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte - UInt8(ascii: "A"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte - UInt8(ascii: "a") + 26)
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0") + 52)
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
