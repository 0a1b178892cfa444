import Determinism
import SafeTix

/// Writes self-signed certificates for enciphering keys and data (RFC 5280 section 4.1).
struct IssuedCertificate {
  let terms: CertificateTerms
  let key: RSAKey

  /// The certificate as PEM text (RFC 7468) with CRLF line ends, as the documents print it.
  var pem: String {
    var text = "-----BEGIN CERTIFICATE-----\r\n"
    var rest = Base64.encode(der)[...]
    while !rest.isEmpty {
      text += String(decoding: rest.prefix(64), as: UTF8.self) + "\r\n"
      rest = rest.dropFirst(64)
    }
    return text + "-----END CERTIFICATE-----\r\n"
  }

  private var der: [UInt8] {
    let content = content
    return DER.sequence(content, algorithm, DER.bitString(key.signature(over: content)))
  }

  private let algorithm = DER.sequence(DER.objectIdentifier(.sha256WithRSAEncryption), DER.null)

  /// The part that is signed: a `TBSCertificate`.
  private var content: [UInt8] {
    let thirdVersion = DER.tagged(0, DER.integer(2))
    let validity = DER.sequence(Self.time(terms.notBefore), Self.time(terms.notAfter))
    return DER.sequence(
      thirdVersion, DER.integer(terms.serial), algorithm, name, validity, name, publicKey,
      DER.tagged(3, extensions))
  }

  /// The name of both issuer and subject.
  private var name: [UInt8] {
    func part(_ identifier: DER.Identifier, _ text: String) -> [UInt8] {
      DER.set(DER.sequence(DER.objectIdentifier(identifier), DER.utf8String(text)))
    }
    return DER.sequence(
      part(.organization, "WillCall"),
      part(.organizationalUnit, "Card encryption of a mock: test numbers only"),
      part(.commonName, terms.keyID))
  }

  /// A `SubjectPublicKeyInfo` (RFC 8017 appendix A.1.1).
  private var publicKey: [UInt8] {
    let numbers = DER.sequence(
      DER.integer(key.modulus.bigEndian), DER.integer(key.publicExponent.bigEndian))
    return DER.sequence(
      DER.sequence(DER.objectIdentifier(.rsaEncryption), DER.null), DER.bitString(numbers))
  }

  /// Extensions: not a CA, usage `keyEncipherment` and `dataEncipherment`; both critical (RFC 5280 section 4.2.1).
  private var extensions: [UInt8] {
    let usage = DER.bitString([0b0011_0000], unusedBits: 4)
    return DER.sequence(
      DER.sequence(DER.objectIdentifier(.basicConstraints), DER.yes, DER.octetString(DER.sequence())),
      DER.sequence(DER.objectIdentifier(.keyUsage), DER.yes, DER.octetString(usage)))
  }

  /// A time, in the form that its year requires; after 9999, the last year that can be written, it is the end of that
  /// year, which means that the certificate has no expiry (RFC 5280 section 4.1.2.5).
  private static func time(_ instant: Instant) -> [UInt8] {
    let moment = CivilDateTime(secondsSinceEpochUTC: instant.secondsSinceEpoch)
    let digits = moment.description.filter { $0.isNumber } + "Z"
    let hasFullYear = !(1950...2049).contains(moment.date.year)
    return DER.time(hasFullYear ? digits : String(digits.dropFirst(2)), hasFullYear: hasFullYear)
  }
}
