import CryptoExtras
import Determinism
import SwiftASN1
import X509

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Writes certificates.
enum IssuedCertificate {
  /// A self-signed certificate for enciphering keys and data, as PEM text with CRLF line ends, as the documents print it.
  ///
  /// - Throws: what the library throws.
  static func pem(_ terms: CertificateTerms, key: _RSA.Signing.PrivateKey) throws -> String {
    let signer = Certificate.PrivateKey(key)
    let name = try DistinguishedName {
      OrganizationName("WillCall")
      OrganizationalUnitName("Card encryption of a mock: test numbers only")
      CommonName(terms.keyID)
    }
    let certificate = try Certificate(
      version: .v3, serialNumber: Certificate.SerialNumber(terms.serial), publicKey: signer.publicKey,
      notValidBefore: date(terms.notBefore), notValidAfter: date(terms.notAfter), issuer: name, subject: name,
      signatureAlgorithm: .sha256WithRSAEncryption,
      extensions: try Certificate.Extensions {
        Critical(BasicConstraints.notCertificateAuthority)
        Critical(KeyUsage(keyEncipherment: true, dataEncipherment: true))
      },
      issuerPrivateKey: signer)
    let lines = try certificate.serializeAsPEM().pemString.split(separator: "\n")
    return lines.map { $0 + "\r\n" }.joined()
  }

  private static func date(_ instant: Instant) -> Date {
    Date(timeIntervalSince1970: Double(instant.millisecondsSinceEpoch) / 1000)
  }
}
