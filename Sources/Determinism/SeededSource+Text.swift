extension SeededSource {
  /// A version 4 UUID in lower case, such as `b5d02b52-4b21-4233-b41a-722f20467535` (RFC 9562 section 5.4).
  public mutating func uuid() -> String {
    String(unsafeUninitializedCapacity: Self.uuidLength) { buffer in
      writeUUID(to: buffer)
      return Self.uuidLength
    }
  }

  /// Passes the thirty-six bytes of ``uuid()`` to the closure.
  public mutating func withUUID(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.uuidLength) { buffer in
      writeUUID(to: buffer)
      body(UnsafeBufferPointer(buffer))
    }
  }

  private static let uuidLength = 36

  private mutating func writeUUID(to buffer: UnsafeMutableBufferPointer<UInt8>) {
    let high = next() & 0xFFFF_FFFF_FFFF_0FFF | 0x4000
    let low = next() & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
    let text = UnsafeMutableRawBufferPointer(buffer)
    // Eight digits each; where a group is shorter, the next one overwrites the excess.
    Self.write(high, to: text, at: 0)
    Self.write(high << 32, to: text, at: 9)
    Self.write(high << 48, to: text, at: 14)
    Self.write(low, to: text, at: 19)
    Self.write(low << 16, to: text, at: 24)
    Self.write(low << 32, to: text, at: 28)
    buffer[8] = UInt8(ascii: "-")
    buffer[13] = UInt8(ascii: "-")
    buffer[18] = UInt8(ascii: "-")
    buffer[23] = UInt8(ascii: "-")
  }

  /// Random bytes as lower-case hexadecimal, two characters per byte.
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

  /// Random decimal digits; the first may be 0.
  ///
  /// - Parameter count: How many; none if negative.
  public mutating func digits(_ count: Int) -> String {
    text(count, of: "0123456789")
  }

  /// Random ASCII digits and letters of both cases.
  ///
  /// - Parameter count: How many; none if negative.
  public mutating func alphanumerics(_ count: Int) -> String {
    text(count, of: "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
  }

  /// Characters from an alphabet of at most 64 ASCII characters, eight from each random word.
  private mutating func text(_ count: Int, of alphabet: StaticString) -> String {
    let count = max(0, count)
    let size = UInt64(alphabet.utf8CodeUnitCount)
    var word: UInt64 = 0
    return String(unsafeUninitializedCapacity: count) { buffer in
      for place in 0..<count {
        if place % 8 == 0 { word = next() }
        // The word is a fraction of 2⁶⁴: multiplied by the size, the integer part selects the character; the rest is
        // kept.
        let product = word.multipliedFullWidth(by: size)
        buffer[place] = alphabet.utf8Start[Int(product.high)]
        word = product.low
      }
      return count
    }
  }

  /// Writes the eight digits of a word's upper half.
  private static func write(_ word: UInt64, to text: UnsafeMutableRawBufferPointer, at place: Int) {
    text.storeBytes(of: HexadecimalDigits.eight(of: word).bigEndian, toByteOffset: place, as: UInt64.self)
  }

  private static func hexDigit(_ value: UInt64) -> UInt8 {
    let nibble = UInt8(truncatingIfNeeded: value & 0xF)
    return nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10
  }
}
