#if TLS
  import COpenSSL

  /// An authority that can sign for a few names and no others: whoever steals its key gains nothing else.
  public struct CertificateAuthority: Sendable {
    /// How long an authority lives: ten years.
    static let life: Int64 = 3652 * day
    /// How long what it signs lives at most: Apple's systems take no more than 398 days.
    public static let leafLife: Int64 = 397 * day
    /// What it signs is valid a day earlier, for clients whose clock is slow.
    private static let leeway = day
    private static let day: Int64 = 86_400

    /// The certificate to trust.
    public let certificate: Certificate
    private let key: PrivateKey

    /// Makes an authority for these names and addresses, with a key on P-256.
    ///
    /// - Parameters:
    ///   - names: all that it may sign for; at least one.
    ///   - now: the real time, in seconds since 1970.
    /// - Throws: ``TLSFault``.
    public static func make(for names: [String], at now: Int64) throws(TLSFault) -> CertificateAuthority {
      let permitted = try unique(names).map(\.permitted).joined(separator: ",")
      let key = try PrivateKey.make()
      let terms = CertificateTerms(
        name: "WillCall test authority", life: now - leeway...now + life,
        extensions: [
          (NID_basic_constraints, "critical,CA:TRUE,pathlen:0"), (NID_key_usage, "critical,keyCertSign"),
          (NID_ext_key_usage, "serverAuth"), (NID_subject_key_identifier, "hash"),
          (NID_name_constraints, "critical,\(permitted)"),
        ])
      return CertificateAuthority(certificate: try terms.certificate(of: key), key: key)
    }

    private init(certificate: Certificate, key: PrivateKey) {
      self.certificate = certificate
      self.key = key
    }

    /// Takes an authority that was made before.
    ///
    /// - Throws: ``TLSFault`` if it cannot sign now.
    public init(certificate: Certificate, key: PrivateKey, at now: Int64) throws(TLSFault) {
      let identity = try TLSIdentity([certificate], key: key, at: now)
      guard X509_check_ca(certificate.pointer) == 1 else { throw .badCertificate("it is not that of an authority") }
      self.init(certificate: certificate, key: identity.key)
    }

    /// The key in PEM, to be kept secret.
    public var keyPEM: [UInt8] { key.pem }

    /// Whether it may sign for a name or an address.
    public func permits(_ name: String) -> Bool {
      guard let name = try? CertificateName(name), let pointer = X509_new() else { return false }
      let probe = Certificate(owning: pointer)
      defer { ERR_clear_error() }
      return copenssl_add_extension(probe.pointer, probe.pointer, NID_subject_alt_name, name.alternative) == 1
        && copenssl_permits(certificate.pointer, probe.pointer) == 1
    }

    /// Signs a certificate for a server with these names, with a key of its own.
    ///
    /// - Parameters:
    ///   - names: the server's names and addresses; at least one.
    ///   - now: the real time, in seconds since 1970.
    ///   - isExpired: whether it is to have expired a day ago, for tests of clients.
    /// - Throws: ``TLSFault``.
    public func issue(for names: [String], at now: Int64, isExpired: Bool = false) throws(TLSFault) -> TLSIdentity {
      let alternatives = try Self.unique(names).map(\.alternative).joined(separator: ",")
      let key = try PrivateKey.make()
      let life =
        isExpired ? now - 30 * Self.day...now - Self.day : now - Self.leeway...now - Self.leeway + Self.leafLife
      let terms = CertificateTerms(
        life: life,
        extensions: [
          (NID_basic_constraints, "critical,CA:FALSE"), (NID_key_usage, "critical,digitalSignature"),
          (NID_ext_key_usage, "serverAuth"), (NID_subject_alt_name, alternatives),
          (NID_subject_key_identifier, "hash"), (NID_authority_key_identifier, "keyid"),
        ])
      let leaf = try terms.certificate(of: key, issuer: (certificate, self.key))
      return TLSIdentity(certificates: [leaf], key: key)
    }

    private static func unique(_ names: [String]) throws(TLSFault) -> [CertificateName] {
      var seen: Set<CertificateName> = []
      var all: [CertificateName] = []
      for name in names {
        let name = try CertificateName(name)
        if seen.insert(name).inserted { all.append(name) }
      }
      return all
    }
  }
#endif
