import CardVault
import CryptoExtras
import Determinism
import Foundation
import SwiftASN1
import Testing
import X509

/// Certificates and what is encrypted with them.
@Suite struct VaultTests {
  private static let terms = CertificateTerms(
    keyID: "paysys-dev.0.us.4711", serial: 0x7FFF_FFFF_FFFF_FFFF, notBefore: Instant(secondsSinceEpoch: 1_780_371_000),
    notAfter: Instant(secondsSinceEpoch: 1_780_457_400))
  // Keys cost most of the time here, so the tests share those of one vault.
  private static let vault = Vault()

  private func certificate(_ number: UInt64) throws -> Certificate {
    try Certificate(pemEncoded: Self.vault.certificate(Self.terms, number: number))
  }

  private func publicKey(_ number: UInt64) throws -> _RSA.Encryption.PublicKey {
    let key = try #require(_RSA.Signing.PublicKey(certificate(number).publicKey))
    return try _RSA.Encryption.PublicKey(derRepresentation: key.derRepresentation)
  }

  @Test func certificateSaysWhatItShould() throws {
    let certificate = try certificate(1)
    #expect(certificate.subject.description.contains("CN=paysys-dev.0.us.4711"))
    #expect(certificate.issuer == certificate.subject)
    #expect(Int64(certificate.notValidBefore.timeIntervalSince1970) == Self.terms.notBefore.secondsSinceEpoch)
    #expect(Int64(certificate.notValidAfter.timeIntervalSince1970) == Self.terms.notAfter.secondsSinceEpoch)
    #expect(certificate.publicKey.isValidSignature(certificate.signature, for: certificate))
    #expect(try publicKey(1).keySizeInBits == 2048)
  }

  @Test func textHasTheLineEndsOfTheDocuments() throws {
    let text = try Self.vault.certificate(Self.terms, number: 1)
    #expect(text.hasPrefix("-----BEGIN CERTIFICATE-----\r\n"))
    #expect(text.hasSuffix("\r\n-----END CERTIFICATE-----\r\n"))
    for line in text.split(separator: "\r\n") {
      #expect(line.utf8.count <= 64)
      #expect(!line.contains("\n") && !line.contains("\r"))
    }
    #expect(try Self.vault.certificate(Self.terms, number: 1) == text, "the same terms give the same text")
  }

  @Test func whatWasEncryptedIsOpened() throws {
    let plain = Array("0123456789abcdef4111111111111111".utf8)
    let sealed = try [UInt8](publicKey(2).encrypt(plain, padding: ._WEAK_AND_INSECURE_PKCS_V1_5))
    #expect(sealed.count == Vault.blockSize)
    #expect(Self.vault.open(sealed, number: 2) == plain)
    #expect(Self.vault.open(sealed, number: 3) == nil, "the next certificate is over another key")
    #expect(Self.vault.open(sealed, number: 2 + UInt64(Vault.keyCount)) == plain, "keys take turns")
  }

  @Test func anythingElseIsNotOpened() throws {
    let plain = Array("0123456789abcdef4111111111111111".utf8)
    let other = try [UInt8](publicKey(2).encrypt(plain, padding: .PKCS1_OAEP))
    #expect(Self.vault.open(other, number: 2) == nil, "other padding")
    for garbage in [[], [1], [UInt8](repeating: 0, count: 256), [UInt8](repeating: 255, count: 256)] {
      #expect(Self.vault.open(garbage, number: 2) == nil)
    }
    #expect(Self.vault.open([UInt8](repeating: 7, count: 257), number: 2) == nil)
  }
}
