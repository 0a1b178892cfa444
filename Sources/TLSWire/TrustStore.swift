#if TLS
  import COpenSSL

  /// A trust store for Java: a PKCS#12 file of certificates alone.
  public enum TrustStore {
    /// Writes certificates in the order given, those that occur twice once.
    ///
    /// - Parameter password: of the integrity code; nothing in the file is secret.
    /// - Throws: ``TLSFault/failed(_:)``.
    public static func pkcs12(of certificates: [Certificate], password: String) throws(TLSFault) -> [UInt8] {
      Library.prepare()
      ERR_clear_error()
      var seen: Set<String> = []
      let pointers = certificates.filter { seen.insert($0.fingerprint).inserted }.map { Optional($0.pointer) }
      let store = withExtendedLifetime(certificates) { copenssl_trust_store(pointers, pointers.count, password) }
      guard let store else { throw .failed(Library.takeError().reason) }
      defer { PKCS12_free(store) }
      return Library.writing { i2d_PKCS12_bio($0, store) }
    }
  }
#endif
