/// Writes the codes of DEFLATE with the fixed tables (RFC 1951 section 3.2.6), from the lowest bit of each byte on.
struct BitWriter {
  private(set) var bytes: [UInt8]
  private var pending = 0
  private var pendingCount = 0

  /// Begins after some bytes.
  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Appends the lowest `count` bits, 0 to 32, the lowest first.
  mutating func append(_ bits: Int, count: Int) {
    pending |= bits << pendingCount
    pendingCount += count
    while pendingCount >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: pending))
      pending >>= 8
      pendingCount -= 8
    }
  }

  /// Fills the last byte with zeros.
  mutating func align() {
    append(0, count: (8 - pendingCount) % 8)
  }

  /// Appends a literal byte, the end of the block (256) or the code of a length (257 to 285).
  mutating func appendSymbol(_ symbol: Int) {
    switch symbol {
    case ...143: appendCode(0x30 + symbol, count: 8)
    case ...255: appendCode(0x190 + symbol - 144, count: 9)
    case ...279: appendCode(symbol - 256, count: 7)
    default: appendCode(0xC0 + symbol - 280, count: 8)
    }
  }

  /// Appends "the `length` bytes, 3 to 258, that begin `distance` bytes ago".
  mutating func appendReference(length: Int, distance: Int) {
    if length == 258 {
      appendSymbol(285)
    } else {
      let (group, extra) = Self.group(length - 3, linearBits: 2)
      appendSymbol(257 + group)
      append((length - 3) & (1 << extra - 1), count: extra)
    }
    let (group, extra) = Self.group(distance - 1, linearBits: 1)
    appendCode(group, count: 5)
    append((distance - 1) & (1 << extra - 1), count: extra)
  }

  /// The group of values that share a code, and how many bits tell them apart: groups double in size in steps.
  private static func group(_ value: Int, linearBits: Int) -> (group: Int, extra: Int) {
    let magnitude = Int.bitWidth - value.leadingZeroBitCount - 1
    let extra = max(0, magnitude - linearBits)
    return (extra << linearBits + value >> extra, extra)
  }

  /// Appends a Huffman code, the highest bit first.
  private mutating func appendCode(_ code: Int, count: Int) {
    for place in (0..<count).reversed() { append(code >> place & 1, count: 1) }
  }
}
