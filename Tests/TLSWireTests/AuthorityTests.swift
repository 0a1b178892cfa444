#if TLS
  import TLSWire
  import Testing

  @Suite struct AuthorityTests {
    private static let now: Int64 = 1_800_000_000
    private static let day: Int64 = 86_400

    @Test func anAuthorityMaySignForItsNamesAlone() throws {
      let names = ["localhost", "127.0.0.1", "::1", "App.Ticketmaster.com"]
      let authority = try CertificateAuthority.make(for: names, at: Self.now)
      for name in names { #expect(authority.permits(name), "\(name)") }
      for name in ["example.com", "ticketmaster.com", "127.0.0.2", "::2", "notlocalhost", "", "a,DNS:localhost"] {
        #expect(!authority.permits(name), "\(name)")
      }
    }

    @Test(arguments: ["", "a b", "a,DNS:b", "a;b", "a\nb", "*.example.com", "fe80::1%eth0", "a..b", "é"])
    func aNameThatCouldBeMistakenIsRefused(name: String) {
      #expect(throws: TLSFault.badName(name)) { try CertificateAuthority.make(for: [name], at: Self.now) }
    }

    @Test func whatItSignsLivesForAtMost398DaysAndIsForTheNamesAlone() throws {
      let authority = try CertificateAuthority.make(for: ["localhost", "127.0.0.1"], at: Self.now)
      let leaf = try #require(try authority.issue(for: ["localhost", "127.0.0.1"], at: Self.now).certificates.first)
      try leaf.check(at: Self.now)
      // A client's clock may be slow.
      try leaf.check(at: Self.now - Self.day + 1)
      try leaf.check(at: Self.now + 395 * Self.day)
      #expect(throws: TLSFault.self) { try leaf.check(at: Self.now + 397 * Self.day) }
      #expect(throws: TLSFault.self) { try leaf.check(at: Self.now - 2 * Self.day) }
      #expect(leaf.isFor("localhost") && leaf.isFor("127.0.0.1"))
      #expect(!leaf.isFor("example.com") && !leaf.isFor("127.0.0.2") && !leaf.isFor("x.localhost"))
    }

    @Test func anAuthoritySurvivesBeingWritten() throws {
      let made = try CertificateAuthority.make(for: ["localhost"], at: Self.now)
      let certificates = try Certificate.all(inPEM: made.certificate.pem)
      let read = try CertificateAuthority(
        certificate: try #require(certificates.first), key: try PrivateKey.first(inPEM: made.keyPEM), at: Self.now)
      #expect(read.certificate.fingerprint == made.certificate.fingerprint)
      #expect(read.certificate.fingerprint.count == 95)
      #expect(throws: TLSFault.expired(read.certificate.end)) {
        try CertificateAuthority(
          certificate: read.certificate, key: try PrivateKey.first(inPEM: made.keyPEM), at: Self.now + 4000 * Self.day)
      }
      let other = try CertificateAuthority.make(for: ["localhost"], at: Self.now)
      #expect(throws: TLSFault.mismatch) {
        try CertificateAuthority(
          certificate: made.certificate, key: try PrivateKey.first(inPEM: other.keyPEM), at: Self.now)
      }
    }

    @Test func whatIsNotPEMIsSaid() throws {
      #expect(throws: TLSFault.noCertificate) { try Certificate.all(inPEM: Array("hello".utf8)) }
      #expect(throws: TLSFault.noCertificate) { try Certificate.all(inPEM: []) }
      #expect(throws: TLSFault.noKey) { try PrivateKey.first(inPEM: Array("hello".utf8)) }
      let made = try CertificateAuthority.make(for: ["localhost"], at: Self.now)
      #expect(throws: TLSFault.noKey) { try PrivateKey.first(inPEM: made.certificate.pem) }
      let broken = String(decoding: made.certificate.pem, as: UTF8.self).replacing("MII", with: "MIJ")
      #expect(throws: TLSFault.self) { try Certificate.all(inPEM: Array(broken.utf8)) }
      // A bundle may have one that nobody can read.
      #expect(Certificate.readable(inPEM: Array(broken.utf8) + made.certificate.pem).count == 1)
    }
  }
#endif
