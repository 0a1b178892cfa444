/// A random source whose values are a function of a seed, a purpose and up to three counters.
///
/// There is no shared stream, so the order in which values are requested does not matter: the third cart has the same
/// id whatever happened before. Creating a source allocates nothing and takes a few nanoseconds. SplitMix64's finalizer
/// spreads each input over all bits before they are summed, so neighbouring counters give unrelated values, and two
/// values of one counter never give the same first word while the other inputs are unchanged. The words are those of
/// SplitMix64 (Steele, Lea, Flood, "Fast Splittable Pseudorandom Number Generators", 2014). Not suitable for secrets.
public struct SeededSource: RandomNumberGenerator, Sendable, Hashable {
  private var state: UInt64

  private static let goldenGamma: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Creates the source for one thing's values.
  ///
  /// - Parameters:
  ///   - seed: The sandbox's seed, from ``seed(_:key:)``.
  ///   - purpose: What the values are for.
  ///   - first: Which of those things: its own counter, an identifier's fold.
  ///   - second: A second counter.
  ///   - third: A third counter.
  public init(seed: UInt64, purpose: Purpose, _ first: UInt64 = 0, _ second: UInt64 = 0, _ third: UInt64 = 0) {
    // The parts are independent, so the processor mixes them in parallel. Each is offset and rotated differently, so
    // that swapping two inputs gives a different sum.
    var sum = Self.mix(seed &+ Self.goldenGamma)
    sum &+= Self.rotate(Self.mix(purpose.rawValue &+ 0xD1B5_4A32_D192_ED03), 13)
    sum &+= Self.rotate(Self.mix(first &+ 0x8CB9_2BA7_2F3D_8DD7), 26)
    sum &+= Self.rotate(Self.mix(second &+ 0xA24B_AED4_963E_E407), 39)
    sum &+= Self.rotate(Self.mix(third &+ 0x9FB2_1C65_1E98_DF25), 52)
    state = Self.mix(sum)
  }

  /// Folds a partner key into the server's seed, so that each key has its own values.
  public static func seed(_ seed: UInt64, key: String) -> UInt64 {
    mix(mix(seed &+ goldenGamma) &+ rotate(fold(key), 29))
  }

  /// A 64-bit digest of a text's UTF-8.
  ///
  /// FNV-1a, then an avalanche step: stable for ever, but no protection against an attacker.
  public static func fold(_ string: String) -> UInt64 {
    // Lent, where withUTF8 would ask for a copy that may be changed.
    if let lent = string.utf8.withContiguousStorageIfAvailable({ fold(utf8: $0) }) { return lent }
    return fold(utf8: Array(string.utf8))
  }

  /// A 64-bit digest of bytes, equal to that of the text they encode.
  public static func fold(utf8 bytes: [UInt8]) -> UInt64 { bytes.withUnsafeBufferPointer { fold(utf8: $0) } }

  /// A 64-bit digest of bytes, equal to that of the text they encode.
  public static func fold(utf8 bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    // Offset basis and prime of Fowler, Noll and Vo for 64 bits.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
    return mix(hash)
  }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    state &+= Self.goldenGamma
    return Self.mix(state)
  }

  /// A number from 0 up to but not including 1, in steps of 2⁻⁵³.
  public mutating func uniform() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// Replaces all bytes of the array with random ones.
  public mutating func fill(_ bytes: inout [UInt8]) {
    var word: UInt64 = 0
    for index in bytes.indices {
      if index % 8 == 0 { word = next() }
      bytes[index] = UInt8(truncatingIfNeeded: word)
      word >>= 8
    }
  }

  /// SplitMix64's finalizer: a bijection in which each input bit reaches all output bits.
  private static func mix(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  private static func rotate(_ value: UInt64, _ bits: UInt64) -> UInt64 {
    value << bits | value >> (64 - bits)
  }
}
