/// Bits in the order in which they are written.
struct QRBits {
  private(set) var codewords: [UInt8] = []
  private(set) var count = 0

  /// Appends the lowest so many bits of a number, the highest of them first.
  mutating func append(_ number: Int, _ bitCount: Int) {
    for bit in (0..<bitCount).reversed() {
      if count.isMultiple(of: 8) { codewords.append(0) }
      if number >> bit & 1 == 1 { codewords[count / 8] |= 0x80 >> UInt8(count % 8) }
      count += 1
    }
  }

  /// Ends the message and fills so many codewords (ISO/IEC 18004, 7.4.9 and 7.4.10).
  mutating func fill(to codewordCount: Int) {
    append(0, min(4, codewordCount * 8 - count))
    if !count.isMultiple(of: 8) { append(0, 8 - count % 8) }
    var filler = 0xEC
    while codewords.count < codewordCount {
      append(filler, 8)
      filler ^= 0xEC ^ 0x11
    }
  }
}
