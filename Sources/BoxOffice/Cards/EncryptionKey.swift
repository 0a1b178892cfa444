public import Determinism

/// A certificate's key by what clients and certificates call it.
public struct EncryptionKey: Sendable, Hashable {
  /// What clients send as `encryption_key`, such as `paysys-dev.0.us.3`.
  public let id: String
  /// The number of its certificate: successive days have successive ones.
  public let number: UInt64
  /// The serial number of the certificate.
  public let serial: UInt64
  /// From when the certificate says that it is valid: the beginning of its day, in UTC.
  public let notBefore: Instant
  /// Until when it says so: the end of the next day.
  ///
  /// It is refused earlier, a day after it was given out last.
  public let notAfter: Instant

  /// What an `encryption_key` is worth at an instant.
  public enum Standing: Sendable, Hashable {
    /// It is good.
    case good(EncryptionKey)
    /// Its certificate was last given out a day before an instant, or earlier.
    case expired(since: Instant)
    /// No certificate of this sandbox has it.
    case unknown
  }
}
