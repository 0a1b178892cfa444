#if TLS
  import COpenSSL

  // Unchecked, because the pointer is opaque: OpenSSL's certificates may be read on several threads at once.
  /// A certificate; never changed once it is made.
  public final class Certificate: @unchecked Sendable {
    let pointer: OpaquePointer

    init(owning pointer: OpaquePointer) {
      self.pointer = pointer
    }

    deinit { X509_free(pointer) }

    /// Reads all certificates of a text in PEM, in their order; anything around them is skipped.
    ///
    /// - Throws: ``TLSFault/noCertificate`` or ``TLSFault/badCertificate(_:)``.
    public static func all(inPEM text: [UInt8]) throws(TLSFault) -> [Certificate] {
      let found = Library.reading(text) { memory -> Result<[Certificate], TLSFault> in
        var certificates: [Certificate] = []
        ERR_clear_error()
        while let pointer = PEM_read_bio_X509(memory, nil, nil, nil) { certificates.append(.init(owning: pointer)) }
        let isEnd = copenssl_is_end_of_pem(ERR_peek_last_error()) == 1
        let error = Library.takeError()
        guard isEnd else { return .failure(.badCertificate(error.reason)) }
        return certificates.isEmpty ? .failure(.noCertificate) : .success(certificates)
      }
      return try found.get()
    }

    /// Reads as many certificates of a text as can be read.
    public static func readable(inPEM text: [UInt8]) -> [Certificate] {
      Library.reading(text) { memory in
        var certificates: [Certificate] = []
        var rest = Int.max
        while copenssl_pending(memory) < rest {
          rest = copenssl_pending(memory)
          if let pointer = PEM_read_bio_X509(memory, nil, nil, nil) { certificates.append(.init(owning: pointer)) }
        }
        ERR_clear_error()
        return certificates
      }
    }

    /// The certificate in PEM.
    public var pem: [UInt8] { Library.writing { PEM_write_bio_X509($0, pointer) } }

    /// The SHA-256 of the certificate, as people compare it: 32 pairs of digits with colons.
    public var fingerprint: String {
      var digest = [UInt8](repeating: 0, count: 32)
      X509_digest(pointer, EVP_sha256(), &digest, nil)
      return digest.map { byte in
        let digits = String(byte, radix: 16, uppercase: true)
        return digits.count == 1 ? "0" + digits : digits
      }.joined(separator: ":")
    }

    /// The end of its life, as OpenSSL writes it: `Nov 29 06:00:00 2036 GMT`.
    public var end: String { Self.text(X509_get0_notAfter(pointer)) }

    /// Checks that it is valid at a time.
    ///
    /// - Parameter now: seconds since 1970.
    /// - Throws: ``TLSFault/expired(_:)`` or ``TLSFault/notYetValid(_:)``.
    public func check(at now: Int64) throws(TLSFault) {
      var time = time_t(now)
      if X509_cmp_time(X509_get0_notAfter(pointer), &time) < 0 { throw .expired(end) }
      if X509_cmp_time(X509_get0_notBefore(pointer), &time) > 0 {
        throw .notYetValid(Self.text(X509_get0_notBefore(pointer)))
      }
    }

    /// Whether it is for a DNS name or an address, as a client would judge (RFC 6125).
    public func isFor(_ name: String) -> Bool {
      X509_check_ip_asc(pointer, name, 0) == 1 || X509_check_host(pointer, name, name.utf8.count, 0, nil) == 1
    }

    private static func text(_ time: UnsafePointer<ASN1_TIME>?) -> String {
      String(decoding: Library.writing { ASN1_TIME_print($0, time) }, as: UTF8.self)
    }
  }
#endif
