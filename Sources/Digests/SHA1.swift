/// SHA-1 (FIPS 180-4 section 6.1), used for one-time passwords.
public struct SHA1: HashFunction {
  private var a: UInt32 = 0x6745_2301
  private var b: UInt32 = 0xEFCD_AB89
  private var c: UInt32 = 0x98BA_DCFE
  private var d: UInt32 = 0x1032_5476
  private var e: UInt32 = 0xC3D2_E1F0

  /// Starts in the state before the first block.
  public init() {}

  /// The five words of the digest.
  public var state: [UInt32] { [a, b, c, d, e] }

  /// Processes one block of 64 bytes.
  public mutating func take(_ block: UnsafeRawBufferPointer) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 80) { schedule in
      for round in 0..<16 { schedule[round] = block.word(round) }
      for round in 16..<80 {
        let mixed = schedule[round - 3] ^ schedule[round - 8] ^ schedule[round - 14] ^ schedule[round - 16]
        schedule[round] = mixed.rotatedLeft(1)
      }
      var next = self
      for round in 0..<80 { next.turn(schedule[round], round: round) }
      a &+= next.a
      b &+= next.b
      c &+= next.c
      d &+= next.d
      e &+= next.e
    }
  }

  private mutating func turn(_ word: UInt32, round: Int) {
    let (function, constant): (UInt32, UInt32) =
      switch round / 20 {
      case 0: (b & c | ~b & d, 0x5A82_7999)
      case 1: (b ^ c ^ d, 0x6ED9_EBA1)
      case 2: (b & c | b & d | c & d, 0x8F1B_BCDC)
      default: (b ^ c ^ d, 0xCA62_C1D6)
      }
    let sum = a.rotatedLeft(5) &+ function &+ e &+ constant &+ word
    (a, b, c, d, e) = (sum, a, b.rotatedLeft(30), c, d)
  }
}
