#if TLS
  /// What is wrong with a certificate, a key, or what is to be made of them.
  public enum TLSFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// The text has no certificate in PEM.
    case noCertificate
    /// A certificate in PEM cannot be read; the library's reason.
    case badCertificate(String)
    /// The text has no private key in PEM.
    case noKey
    /// A private key in PEM cannot be read; the library's reason.
    case badKey(String)
    /// The private key has a pass phrase.
    case encryptedKey
    /// The private key is not that of the first certificate.
    case mismatch
    /// The certificate is no longer valid; since when.
    case expired(String)
    /// The certificate is not valid yet; from when.
    case notYetValid(String)
    /// A name that no certificate can be for.
    case badName(String)
    /// The library refused; its reason.
    case failed(String)

    /// What is wrong, to be put after the name of a file.
    public var description: String {
      switch self {
      case .noCertificate: "there is no certificate in PEM in it (-----BEGIN CERTIFICATE-----)"
      case .badCertificate(let reason): "its certificate cannot be read: \(reason)"
      case .noKey: "there is no private key in PEM in it (-----BEGIN PRIVATE KEY-----)"
      case .badKey(let reason): "its private key cannot be read: \(reason)"
      case .encryptedKey: "its private key has a pass phrase; give one without"
      case .mismatch: "the private key is not the one that belongs to the certificate"
      case .expired(let date): "its certificate expired on \(date)"
      case .notYetValid(let date): "its certificate is not valid before \(date)"
      case .badName(let name): "no certificate can be for the name '\(name)'"
      case .failed(let reason): "OpenSSL: \(reason)"
      }
    }
  }
#endif
