#if TLS
  import COpenSSL

  /// What a certificate says.
  struct CertificateTerms {
    /// The common name, if it has one; a client looks for its server among the ``extensions``.
    var name: String?
    /// The first and the last second of its life, since 1970.
    var life: ClosedRange<Int64>
    /// The extensions, each as in x509v3_config(5).
    var extensions: [(kind: Int32, value: String)]

    /// Makes a certificate for the public half of `key`.
    ///
    /// - Parameters:
    ///   - issuer: who signs; nil for a certificate that signs itself.
    /// - Throws: ``TLSFault/failed(_:)``.
    func certificate(
      of key: PrivateKey, issuer: (certificate: Certificate, key: PrivateKey)? = nil
    ) throws(TLSFault) -> Certificate {
      ERR_clear_error()
      guard let pointer = X509_new() else { throw .failed(Library.takeError().reason) }
      let certificate = Certificate(owning: pointer)
      let signer = issuer?.certificate.pointer ?? pointer
      let subject = X509_get_subject_name(pointer)
      var isGood =
        X509_set_version(pointer, 2) == 1 && copenssl_set_random_serial(pointer) == 1
        && ASN1_TIME_set(X509_getm_notBefore(pointer), time_t(life.lowerBound)) != nil
        && ASN1_TIME_set(X509_getm_notAfter(pointer), time_t(life.upperBound)) != nil
        && X509_set_pubkey(pointer, key.pointer) == 1 && Self.add("O", "WillCall", to: subject)
      if let name { isGood = isGood && Self.add("CN", name, to: subject) }
      isGood = isGood && X509_set_issuer_name(pointer, X509_get_subject_name(signer)) == 1
      for (kind, value) in extensions {
        isGood = isGood && copenssl_add_extension(pointer, signer, kind, value) == 1
      }
      guard isGood, X509_sign(pointer, (issuer?.key ?? key).pointer, EVP_sha256()) > 0 else {
        throw .failed(Library.takeError().reason)
      }
      return certificate
    }

    private static func add(_ field: String, _ text: String, to name: OpaquePointer?) -> Bool {
      X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8, text, -1, -1, 0) == 1
    }
  }

  /// `MBSTRING_UTF8`, which is a macro.
  private let MBSTRING_UTF8: Int32 = 0x1000
#endif
