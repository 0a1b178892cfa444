public import BoxOffice

/// Makes certificates and decrypts what was encrypted with them; the cryptography itself lives outside this module.
///
/// Both methods take milliseconds, so they must never run on an event loop or under a sandbox's lock.
public protocol CardEncryption: Sendable {
  /// The length of a ciphertext in bytes.
  var blockSize: Int { get }

  /// The certificate for a key, as PEM text with CRLF line endings.
  ///
  /// - Throws: if there are no keys.
  func certificate(of key: EncryptionKey) throws -> String

  /// Decrypts a ciphertext; `nil` if it was not encrypted with this key.
  func open(_ ciphertext: [UInt8], with key: EncryptionKey) -> [UInt8]?
}
