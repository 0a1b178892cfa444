public import BoxOffice

/// Makes certificates, and opens what was encrypted with them; the cryptography is not this module's.
///
/// Both methods take milliseconds: they run aside, never on an event loop or under a sandbox's lock.
public protocol CardEncryption: Sendable {
  /// How many bytes a ciphertext has.
  var blockSize: Int { get }

  /// The certificate of a key, as PEM text with CRLF line ends.
  ///
  /// - Throws: if there are no keys.
  func certificate(of key: EncryptionKey) throws -> String

  /// What was encrypted with a key; `nil` if it was not.
  func open(_ ciphertext: [UInt8], with key: EncryptionKey) -> [UInt8]?
}
