public import Determinism

/// The identifiers and dates of a certificate's key.
public struct EncryptionKey: Sendable, Hashable {
  /// What clients send as `encryption_key`, such as `paysys-dev.0.us.3`.
  public let id: String
  /// The number of its certificate; successive days have successive numbers.
  public let number: UInt64
  /// The serial number of the certificate.
  public let serial: UInt64
  /// The start of validity that the certificate states: the beginning of its day, in UTC.
  public let notBefore: Instant
  /// The end of validity that the certificate states: the end of the next day.
  ///
  /// The key is refused earlier than that: a day after its certificate was last given out.
  public let notAfter: Instant

  /// Whether an `encryption_key` is valid at an instant.
  public enum Standing: Sendable, Hashable {
    /// It is valid.
    case good(EncryptionKey)
    /// It expired at this instant, a day after its certificate was last given out.
    case expired(since: Instant)
    /// No certificate of this sandbox has it.
    case unknown
  }
}
