import BoxOffice
import PartnerAPI

/// Stands in for RSA: blocks of the same size that only their key opens, at once.
struct ToyCipher: CardEncryption {
  let blockSize = 256

  func certificate(of key: EncryptionKey) throws -> String {
    "-----BEGIN CERTIFICATE-----\r\n\(key.serial) \(key.notBefore) \(key.notAfter)\r\n-----END CERTIFICATE-----\r\n"
  }

  func open(_ ciphertext: [UInt8], with key: EncryptionKey) -> [UInt8]? {
    let count = Int(ciphertext[1])
    guard ciphertext[0] == Self.mark(key.id), count <= 254 else { return nil }
    return ciphertext[2..<(2 + count)].map { $0 ^ 0x5A }
  }

  /// A block for a key.
  static func seal(_ plain: [UInt8], key: String) -> [UInt8] {
    let head = [mark(key), UInt8(plain.count)] + plain.map { $0 ^ 0x5A }
    return head + [UInt8](repeating: 0, count: 256 - head.count)
  }

  private static func mark(_ key: String) -> UInt8 { key.utf8.reduce(0) { $0 &* 31 &+ $1 } }
}
