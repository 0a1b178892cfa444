/// Strict base64, with the standard alphabet and padding (RFC 4648 section 4).
public enum Base64 {
  /// The number of characters that encode a number of bytes.
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
  /// - Throws: ``Base64Error`` for missing or misplaced padding, line breaks, the URL-safe alphabet, and unused bits at
  ///   the end that are not zero, as strict decoders refuse them.
  public static func decode(_ text: [UInt8]) throws(Base64Error) -> [UInt8] {
    guard text.count % 4 == 0 else {
      // An invalid character is a better explanation than the length.
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
    // Two padding characters leave four unused bits, one leaves two; "x===" has been refused above.
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

  /// Encodes into a buffer with room for ``encodedLength(_:)`` bytes.
  static func encode(_ bytes: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>) {
    precondition(output.count >= encodedLength(bytes.count), "too little room")
    guard let source = UnsafeRawPointer(bytes.baseAddress), let target = UnsafeMutableRawPointer(output.baseAddress)
    else { return }
    let count = bytes.count
    pairs.withUnsafeBufferPointer { pairs in
      var from = 0
      var to = 0
      /// Writes the two characters for the low twelve bits.
      func put(_ bits: UInt64, at place: Int) {
        let pair = pairs[Int(truncatingIfNeeded: bits & 0xFFF)]
        target.storeBytes(of: pair.littleEndian, toByteOffset: place, as: UInt16.self)
      }
      // Six bytes are four pairs of characters, as long as eight bytes can be loaded.
      while from &+ 8 <= count {
        let word = UInt64(bigEndian: source.loadUnaligned(fromByteOffset: from, as: UInt64.self))
        put(word &>> 52, at: to)
        put(word &>> 40, at: to &+ 2)
        put(word &>> 28, at: to &+ 4)
        put(word &>> 16, at: to &+ 6)
        from &+= 6
        to &+= 8
      }
      while from < count {
        var group: UInt64 = 0
        for place in from..<(from + 3) {
          group = group << 8 | (place < count ? UInt64(source.load(fromByteOffset: place, as: UInt8.self)) : 0)
        }
        put(group >> 12, at: to)
        put(group, at: to + 2)
        from += 3
        to += 4
      }
      // What stands for no byte is padding.
      for place in (to - (from - count))..<to { target.storeBytes(of: pad, toByteOffset: place, as: UInt8.self) }
    }
  }

  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// The two characters for each twelve-bit value, the first in the low byte.
  private static let pairs: [UInt16] = (0..<4096).map { bits in
    UInt16(alphabet[bits >> 6]) | UInt16(alphabet[bits & 0x3F]) << 8
  }

  private static let pad = UInt8(ascii: "=")

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
