extension SeededSource {
  /// A version 4 UUID in lower case, such as `b5d02b52-4b21-4233-b41a-722f20467535` (RFC 9562 section 5.4).
  public mutating func uuid() -> String {
    let high = next() & 0xFFFF_FFFF_FFFF_0FFF | 0x4000
    let low = next() & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
    return String(unsafeUninitializedCapacity: 36) { buffer in
      var place = 0
      for nibble in 0..<32 {
        if nibble == 8 || nibble == 12 || nibble == 16 || nibble == 20 {
          buffer[place] = UInt8(ascii: "-")
          place += 1
        }
        buffer[place] = Self.hexDigit((nibble < 16 ? high : low) >> UInt64(60 - nibble % 16 * 4))
        place += 1
      }
      return 36
    }
  }

  /// So many random bytes as lower-case hexadecimal, two characters a byte.
  ///
  /// - Parameter bytes: How many bytes; none if negative.
  public mutating func lowerHex(_ bytes: Int) -> String {
    let count = max(0, bytes) * 2
    var word: UInt64 = 0
    return String(unsafeUninitializedCapacity: count) { buffer in
      for place in 0..<count {
        if place % 16 == 0 { word = next() }
        buffer[place] = Self.hexDigit(word >> 60)
        word <<= 4
      }
      return count
    }
  }

  /// So many random decimal digits; the first may be 0.
  ///
  /// - Parameter count: How many; none if negative.
  public mutating func digits(_ count: Int) -> String {
    text(count, of: "0123456789")
  }

  /// So many random ASCII digits and letters of both cases.
  ///
  /// - Parameter count: How many; none if negative.
  public mutating func alphanumerics(_ count: Int) -> String {
    text(count, of: "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
  }

  /// Characters of an alphabet of at most 64 ASCII characters, eight from a word.
  private mutating func text(_ count: Int, of alphabet: StaticString) -> String {
    let count = max(0, count)
    let size = UInt64(alphabet.utf8CodeUnitCount)
    var word: UInt64 = 0
    return String(unsafeUninitializedCapacity: count) { buffer in
      for place in 0..<count {
        if place % 8 == 0 { word = next() }
        // The word is a fraction of 2⁶⁴: its product with the size has the character before the point, the rest after.
        let product = word.multipliedFullWidth(by: size)
        buffer[place] = alphabet.utf8Start[Int(product.high)]
        word = product.low
      }
      return count
    }
  }

  private static func hexDigit(_ value: UInt64) -> UInt8 {
    let nibble = UInt8(truncatingIfNeeded: value & 0xF)
    return nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10
  }
}
