import CardVault
import Determinism
import Testing

/// Certificates and what is encrypted with them, as the system's `openssl` sees them.
@Suite struct VaultTests {
  private static let terms = CertificateTerms(
    keyID: "paysys-dev.0.us.4711", serial: 0x7FFF_FFFF_FFFF_FFFF, notBefore: Instant(secondsSinceEpoch: 1_780_371_000),
    notAfter: Instant(secondsSinceEpoch: 1_780_457_400))
  private static let vault = BundledKeys.vault()

  private func certificate(_ number: UInt64) throws -> String {
    try Self.vault.certificate(Self.terms, number: number)
  }

  @Test func certificateSaysWhatItShould() throws {
    let certificate = try certificate(1)
    let names = try OpenSSL.text("-subject", "-issuer", "-serial", certificate: certificate)
    let name = "O = WillCall, OU = Card encryption of a mock: test numbers only, CN = paysys-dev.0.us.4711"
    #expect(names == "subject=\(name)\nissuer=\(name)\nserial=7FFFFFFFFFFFFFFF\n")
    let text = try OpenSSL.text("-text", certificate: certificate)
    #expect(text.contains("Version: 3 (0x2)"))
    #expect(text.contains("Signature Algorithm: sha256WithRSAEncryption"))
    #expect(text.contains("Public-Key: (2048 bit)") && text.contains("Exponent: 65537 (0x10001)"))
    #expect(text.contains("X509v3 Basic Constraints: critical\n                CA:FALSE"))
    #expect(text.contains("X509v3 Key Usage: critical\n                Key Encipherment, Data Encipherment"))
    let dates = try OpenSSL.text("-dates", certificate: certificate)
    #expect(dates == "notBefore=Jun  2 03:30:00 2026 GMT\nnotAfter=Jun  3 03:30:00 2026 GMT\n")
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func signatureIsThatOfItsOwnKey(number: UInt64) throws {
    let files = try ["c.pem": Array(certificate(number).utf8), "other.pem": Array(certificate(number + 1).utf8)]
    func verify(_ certificate: String, by authority: String) throws {
      try OpenSSL.run(
        ["verify", "-check_ss_sig", "-partial_chain", "-attime", "1780400000", "-CAfile", authority, certificate],
        files: files)
    }
    try verify("c.pem", by: "c.pem")
    #expect(throws: OpenSSL.Failure.self) { try verify("c.pem", by: "other.pem") }
  }

  /// Two digits for the year until 2049, four before 1950 and from 2050 on (RFC 5280 section 4.1.2.5).
  @Test(arguments: [
    ("1949-12-31T23:59:59Z", "Dec 31 23:59:59 1949 GMT"), ("1950-01-01T00:00:00Z", "Jan  1 00:00:00 1950 GMT"),
    ("1969-07-20T20:17:40Z", "Jul 20 20:17:40 1969 GMT"), ("2049-12-31T23:59:59Z", "Dec 31 23:59:59 2049 GMT"),
    ("2050-01-01T00:00:00Z", "Jan  1 00:00:00 2050 GMT"), ("9999-12-31T00:00:00Z", "Dec 31 00:00:00 9999 GMT"),
  ])
  func everyYearCanBeWritten(instant: String, printed: String) throws {
    var terms = Self.terms
    terms.notBefore = try #require(Instant(rfc3339: instant))
    terms.notAfter = terms.notBefore
    let dates = try OpenSSL.text("-dates", certificate: Self.vault.certificate(terms, number: 0))
    #expect(dates == "notBefore=\(printed)\nnotAfter=\(printed)\n")
  }

  @Test func whatEndsAfterTheLastYearHasNoEnd() throws {
    var terms = Self.terms
    terms.notBefore = try #require(Instant(rfc3339: "9999-12-31T00:00:00Z"))
    terms.notAfter = terms.notBefore + .seconds(2 * 86_400)
    let end = try OpenSSL.text("-enddate", certificate: Self.vault.certificate(terms, number: 0))
    #expect(end == "notAfter=Dec 31 23:59:59 9999 GMT\n")
  }

  @Test func textHasTheLineEndsOfTheDocuments() throws {
    let text = try certificate(1)
    #expect(text.hasPrefix("-----BEGIN CERTIFICATE-----\r\n"))
    #expect(text.hasSuffix("\r\n-----END CERTIFICATE-----\r\n"))
    for line in text.split(separator: "\r\n") {
      #expect(line.utf8.count <= 64)
      #expect(!line.contains("\n") && !line.contains("\r"))
    }
  }

  @Test func theSameTermsGiveTheSameTextInEveryVault() throws {
    let text = try certificate(1)
    #expect(try BundledKeys.vault().certificate(Self.terms, number: 1) == text)
    #expect(try certificate(2) != text)
    #expect(try certificate(1 + 4) == text, "keys take turns")
  }

  @Test func whatWasEncryptedIsOpened() throws {
    let plain = Array("0123456789abcdef4111111111111111".utf8)
    let sealed = try OpenSSL.encrypt(plain, certificate: certificate(2))
    #expect(sealed.count == Vault.blockSize)
    #expect(Self.vault.open(sealed, number: 2) == plain)
    #expect(Self.vault.open(sealed, number: 3) == nil, "the next certificate is over another key")
    #expect(Self.vault.open(sealed, number: 2 + 4) == plain, "keys take turns")
  }

  @Test(arguments: [0, 1, 244, 245])
  func everyLengthIsOpened(count: Int) throws {
    let plain = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
    #expect(try Self.vault.open(OpenSSL.encrypt(plain, certificate: certificate(0)), number: 0) == plain)
  }

  @Test func anythingElseIsNotOpened() throws {
    let plain = Array("0123456789abcdef4111111111111111".utf8)
    let other = try OpenSSL.encrypt(
      plain, certificate: certificate(2), options: "-pkeyopt", "rsa_padding_mode:oaep")
    #expect(Self.vault.open(other, number: 2) == nil, "other padding")
    for garbage in [[], [1], [UInt8](repeating: 0, count: 256), [UInt8](repeating: 255, count: 256)] {
      #expect(Self.vault.open(garbage, number: 2) == nil)
    }
    #expect(Self.vault.open([UInt8](repeating: 7, count: 257), number: 2) == nil)
  }

  @Test func withoutKeysThereIsNoCertificate() {
    #expect(throws: VaultError.noKeys) {
      try Vault { Array(#"{"note":"","keys":[]}"#.utf8) }.certificate(Self.terms, number: 1)
    }
  }
}
