public import Determinism

/// What a certificate states besides its key.
public struct CertificateTerms: Sendable, Hashable {
  /// The id of the key; it becomes the common name.
  public var keyID: String
  /// The serial number.
  public var serial: UInt64
  /// The start of its validity, in whole seconds.
  public var notBefore: Instant
  /// The end of its validity, in whole seconds.
  public var notAfter: Instant

  /// Makes terms.
  public init(keyID: String, serial: UInt64, notBefore: Instant, notAfter: Instant) {
    self.keyID = keyID
    self.serial = serial
    self.notBefore = notBefore
    self.notAfter = notAfter
  }
}
