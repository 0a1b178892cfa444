/// A hash function that takes a message in blocks of 64 bytes (FIPS 180-4 section 5).
///
/// Nothing here protects a secret: it is for the entry codes and certificates of a mock. It makes no attempt to run in
/// constant time.
public protocol HashFunction: Sendable {
  /// Starts in the state before the first block.
  init()

  /// Processes one block.
  ///
  /// - Parameter block: 64 bytes.
  mutating func take(_ block: UnsafeRawBufferPointer)

  /// The state after the last block; its bytes, most significant first, are the digest.
  var state: [UInt32] { get }
}

extension HashFunction {
  /// The size of a block in bytes.
  public static var blockSize: Int { 64 }

  /// The digest of a message.
  ///
  /// - Parameter message: fewer than 2^61 bytes.
  /// - Returns: 20 bytes for SHA-1, 32 for SHA-256.
  public static func digest(of message: [UInt8]) -> [UInt8] {
    var hash = Self()
    let whole = message.count - message.count % blockSize
    message.withUnsafeBytes { bytes in
      for start in stride(from: 0, to: whole, by: blockSize) {
        hash.take(UnsafeRawBufferPointer(rebasing: bytes[start..<(start + blockSize)]))
      }
    }
    for block in lastBlocks(message[whole...], messageCount: message.count) {
      block.withUnsafeBytes { hash.take($0) }
    }
    return hash.state.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * $0)) } }
  }

  /// The rest of a message, a one bit, zeros and the length in bits (FIPS 180-4 section 5.1.1): one or two blocks.
  private static func lastBlocks(_ rest: ArraySlice<UInt8>, messageCount: Int) -> [[UInt8]] {
    var bytes = Array(rest) + [0x80]
    let lengthSize = 8
    let count = bytes.count + lengthSize <= blockSize ? 1 : 2
    bytes += [UInt8](repeating: 0, count: count * blockSize - lengthSize - bytes.count)
    let bits = UInt64(messageCount) * 8
    bytes += (0..<lengthSize).map { UInt8(truncatingIfNeeded: bits >> UInt64(56 - 8 * $0)) }
    return (0..<count).map { Array(bytes[($0 * blockSize)..<(($0 + 1) * blockSize)]) }
  }
}

extension UnsafeRawBufferPointer {
  /// The big-endian word at an index, counted in words.
  func word(_ place: Int) -> UInt32 {
    UInt32(bigEndian: loadUnaligned(fromByteOffset: 4 * place, as: UInt32.self))
  }
}

extension UInt32 {
  /// The word with its bits rotated left (ROTL of FIPS 180-4 section 2.2.2).
  func rotatedLeft(_ bits: UInt32) -> UInt32 { self << bits | self >> (32 - bits) }

  /// The word with its bits rotated right (ROTR of FIPS 180-4 section 2.2.2).
  func rotatedRight(_ bits: UInt32) -> UInt32 { self >> bits | self << (32 - bits) }
}
