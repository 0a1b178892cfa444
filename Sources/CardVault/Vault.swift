/// The RSA keys that card data is encrypted with.
///
/// They are synthetic, public and the same in every WillCall: they guard nothing, and make runs repeatable. A vault reads
/// them when one is first wanted. Signing and opening take milliseconds: never do them on an event loop or under a lock.
public final class Vault: Sendable {
  /// How many bytes a ciphertext has.
  public static let blockSize = RSAKey.size

  private let keys: Keys

  /// Makes a vault.
  ///
  /// - Parameter document: answers with the JSON of the keys; asked once, when a key is first wanted.
  public init(document: @escaping @Sendable () -> [UInt8]) {
    keys = Keys(document: document)
  }

  /// A self-signed X.509 certificate over a key, as PEM text with CRLF line ends.
  ///
  /// The same terms and number give the same text, always.
  ///
  /// - Parameters:
  ///   - terms: what it says.
  ///   - number: the number of the certificate; successive ones are over different keys.
  /// - Throws: ``VaultError``, `JSONSyntaxError` or `JSONMismatch` if the document of keys is not one.
  public func certificate(_ terms: CertificateTerms, number: UInt64) throws -> String {
    try IssuedCertificate(terms: terms, key: keys.key(number)).pem
  }

  /// What was encrypted with the key of a certificate under PKCS#1 v1.5 padding (RFC 8017 section 7.2).
  ///
  /// - Parameter number: the number of the certificate.
  /// - Returns: `nil` if the bytes were encrypted with another key, with other padding, or not at all.
  public func open(_ ciphertext: [UInt8], number: UInt64) -> [UInt8]? {
    try? keys.key(number).open(ciphertext)
  }
}
