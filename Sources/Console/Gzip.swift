/// Compresses with gzip (RFC 1952): repeats become references, in one block with the fixed codes of RFC 1951.
///
/// It takes the texts of the page to about half. Codes made to measure would save a little more, and take more code.
enum Gzip {
  private static let window = 32_768
  private static let lengths = 3...258
  /// How many earlier places with the same beginning are compared.
  private static let depth = 64

  /// The bytes as one gzip member.
  static func compressed(_ bytes: [UInt8]) -> [UInt8] {
    var output = BitWriter(bytes: [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 255])
    output.append(0b011, count: 3)  // the last block, with the fixed codes
    var newest = [Int](repeating: -1, count: 1 << 15)
    var earlier = [Int](repeating: -1, count: bytes.count)
    var place = 0
    while place < bytes.count {
      let (length, distance) = longestRepeat(of: place, in: bytes, newest, earlier)
      let end = place + max(length, 1)
      if length > 0 {
        output.appendReference(length: length, distance: distance)
      } else {
        output.appendSymbol(Int(bytes[place]))
      }
      while place < end {
        if let hash = hash(at: place, in: bytes) {
          earlier[place] = newest[hash]
          newest[hash] = place
        }
        place += 1
      }
    }
    output.appendSymbol(256)
    output.align()
    for value in [checksum(of: bytes), UInt32(truncatingIfNeeded: bytes.count)] {
      output.append(Int(value), count: 32)
    }
    return output.bytes
  }

  /// The longest earlier text that goes on as here; its length is 0 if there is none.
  private static func longestRepeat(
    of place: Int, in bytes: [UInt8], _ newest: [Int], _ earlier: [Int]
  ) -> (length: Int, distance: Int) {
    guard let hash = hash(at: place, in: bytes) else { return (0, 0) }
    var best = (length: lengths.lowerBound - 1, distance: 0)
    var candidate = newest[hash]
    var left = depth
    while candidate >= 0, place - candidate <= window, left > 0 {
      var length = 0
      while length < lengths.upperBound, place + length < bytes.count,
        bytes[candidate + length] == bytes[place + length]
      {
        length += 1
      }
      if length > best.length { best = (length, place - candidate) }
      candidate = earlier[candidate]
      left -= 1
    }
    return best.distance == 0 ? (0, 0) : best
  }

  private static func hash(at place: Int, in bytes: [UInt8]) -> Int? {
    guard place + 2 < bytes.count else { return nil }
    let three = UInt32(bytes[place]) << 16 | UInt32(bytes[place + 1]) << 8 | UInt32(bytes[place + 2])
    return Int((three &* 0x9E37_79B1) >> 17)
  }

  /// CRC-32, as in RFC 1952 section 8.
  private static func checksum(of bytes: [UInt8]) -> UInt32 {
    var sum = UInt32.max
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 {
        let isOdd = sum & 1 == 1
        sum >>= 1
        if isOdd { sum ^= 0xEDB8_8320 }
      }
    }
    return ~sum
  }
}
