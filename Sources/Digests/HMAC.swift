/// Keyed hashing (RFC 2104) with a hash function.
public struct HMAC<Hash: HashFunction>: Sendable {
  private let innerKey: [UInt8]
  private let outerKey: [UInt8]

  /// Prepares a key of any length; a key longer than a block is hashed first.
  public init(key: [UInt8]) {
    let short = key.count > Hash.blockSize ? Hash.digest(of: key) : key
    let padded = short + [UInt8](repeating: 0, count: Hash.blockSize - short.count)
    innerKey = padded.map { $0 ^ 0x36 }
    outerKey = padded.map { $0 ^ 0x5C }
  }

  /// The code of a message, as long as a digest.
  public func code(of message: [UInt8]) -> [UInt8] {
    Hash.digest(of: outerKey + Hash.digest(of: innerKey + message))
  }
}
