public import Determinism

/// A certificate's key by what clients and certificates call it.
public struct EncryptionKey: Sendable, Hashable {
  /// What clients send as `encryption_key`, such as `paysys-dev.0.us.3`.
  public let id: String
  /// The number of its certificate in the sandbox, from 1.
  public let number: UInt64
  /// The serial number of the certificate.
  public let serial: UInt64
  /// From when the certificate is good, a whole second.
  public let notBefore: Instant
  /// When it has expired.
  public let notAfter: Instant

  /// What an `encryption_key` is worth at an instant.
  public enum Standing: Sendable, Hashable {
    /// It is good.
    case good(EncryptionKey)
    /// Its certificate has expired.
    case expired(EncryptionKey)
    /// No certificate of this sandbox has it.
    case unknown
  }
}
