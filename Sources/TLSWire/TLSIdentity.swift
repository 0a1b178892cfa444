#if TLS
  import COpenSSL

  /// What a server shows to its clients: a certificate, those between it and its authority, and the key.
  public struct TLSIdentity: Sendable {
    /// The server's certificate first.
    public let certificates: [Certificate]
    let key: PrivateKey

    init(certificates: [Certificate], key: PrivateKey) {
      self.certificates = certificates
      self.key = key
    }

    /// Combines certificates and the key of the first.
    ///
    /// - Parameter now: when it has to be valid, in seconds since 1970.
    /// - Throws: ``TLSFault/mismatch``, and what is wrong with the first certificate.
    public init(_ certificates: [Certificate], key: PrivateKey, at now: Int64) throws(TLSFault) {
      guard let first = certificates.first else { throw .noCertificate }
      try first.check(at: now)
      guard X509_check_private_key(first.pointer, key.pointer) == 1 else {
        ERR_clear_error()
        throw .mismatch
      }
      self.init(certificates: certificates, key: key)
    }
  }
#endif
