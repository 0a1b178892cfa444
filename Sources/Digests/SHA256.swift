/// SHA-256 (FIPS 180-4 section 6.2), used for signing certificates.
public struct SHA256: HashFunction {
  private var a: UInt32 = 0x6A09_E667
  private var b: UInt32 = 0xBB67_AE85
  private var c: UInt32 = 0x3C6E_F372
  private var d: UInt32 = 0xA54F_F53A
  private var e: UInt32 = 0x510E_527F
  private var f: UInt32 = 0x9B05_688C
  private var g: UInt32 = 0x1F83_D9AB
  private var h: UInt32 = 0x5BE0_CD19

  /// Starts in the state before the first block.
  public init() {}

  /// The eight words of the digest.
  public var state: [UInt32] { [a, b, c, d, e, f, g, h] }

  /// Processes one block of 64 bytes.
  public mutating func take(_ block: UnsafeRawBufferPointer) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
      for round in 0..<16 { schedule[round] = block.word(round) }
      for round in 16..<64 {
        let old = schedule[round - 15]
        let late = schedule[round - 2]
        let small0 = old.rotatedRight(7) ^ old.rotatedRight(18) ^ old >> 3
        let small1 = late.rotatedRight(17) ^ late.rotatedRight(19) ^ late >> 10
        schedule[round] = small1 &+ schedule[round - 7] &+ small0 &+ schedule[round - 16]
      }
      var next = self
      for round in 0..<64 { next.turn(schedule[round] &+ Self.constants[round]) }
      a &+= next.a
      b &+= next.b
      c &+= next.c
      d &+= next.d
      e &+= next.e
      f &+= next.f
      g &+= next.g
      h &+= next.h
    }
  }

  private mutating func turn(_ word: UInt32) {
    let large1 = e.rotatedRight(6) ^ e.rotatedRight(11) ^ e.rotatedRight(25)
    let first = h &+ large1 &+ (e & f ^ ~e & g) &+ word
    let large0 = a.rotatedRight(2) ^ a.rotatedRight(13) ^ a.rotatedRight(22)
    let second = large0 &+ (a & b ^ a & c ^ b & c)
    (a, b, c, d, e, f, g, h) = (first &+ second, a, b, c, d &+ first, e, f, g)
  }

  /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes (FIPS 180-4 section 4.2.2).
  private static let constants: [UInt32] = [
    0x428A_2F98, 0x7137_4491, 0xB5C0_FBCF, 0xE9B5_DBA5, 0x3956_C25B, 0x59F1_11F1, 0x923F_82A4, 0xAB1C_5ED5,
    0xD807_AA98, 0x1283_5B01, 0x2431_85BE, 0x550C_7DC3, 0x72BE_5D74, 0x80DE_B1FE, 0x9BDC_06A7, 0xC19B_F174,
    0xE49B_69C1, 0xEFBE_4786, 0x0FC1_9DC6, 0x240C_A1CC, 0x2DE9_2C6F, 0x4A74_84AA, 0x5CB0_A9DC, 0x76F9_88DA,
    0x983E_5152, 0xA831_C66D, 0xB003_27C8, 0xBF59_7FC7, 0xC6E0_0BF3, 0xD5A7_9147, 0x06CA_6351, 0x1429_2967,
    0x27B7_0A85, 0x2E1B_2138, 0x4D2C_6DFC, 0x5338_0D13, 0x650A_7354, 0x766A_0ABB, 0x81C2_C92E, 0x9272_2C85,
    0xA2BF_E8A1, 0xA81A_664B, 0xC24B_8B70, 0xC76C_51A3, 0xD192_E819, 0xD699_0624, 0xF40E_3585, 0x106A_A070,
    0x19A4_C116, 0x1E37_6C08, 0x2748_774C, 0x34B0_BCB5, 0x391C_0CB3, 0x4ED8_AA4A, 0x5B9C_CA4F, 0x682E_6FF3,
    0x748F_82EE, 0x78A5_636F, 0x84C8_7814, 0x8CC7_0208, 0x90BE_FFFA, 0xA450_6CEB, 0xBEF9_A3F7, 0xC671_78F2,
  ]
}
