/// The RSA keys for the encryption of card data.
///
/// They are synthetic, public and the same in every WillCall: they protect nothing, and make runs repeatable. A vault
/// reads them when one is first needed. Signing and decrypting take milliseconds: never do either on an event loop or
/// while holding a lock.
public final class Vault: Sendable {
  /// The size of a ciphertext in bytes.
  public static let blockSize = RSAKey.size

  private let keys: Keys

  /// Makes a vault.
  ///
  /// - Parameter document: returns the JSON of the keys; called once, when a key is first needed.
  public init(document: @escaping @Sendable () -> [UInt8]) {
    keys = Keys(document: document)
  }

  /// A self-signed X.509 certificate for a key, as PEM text with CRLF line ends.
  ///
  /// The same terms and number always give the same text.
  ///
  /// - Parameters:
  ///   - terms: what the certificate states.
  ///   - number: the number of the certificate; successive numbers use different keys.
  /// - Throws: ``VaultError``, `JSONSyntaxError` or `JSONMismatch` if the document of keys is invalid.
  public func certificate(_ terms: CertificateTerms, number: UInt64) throws -> String {
    try IssuedCertificate(terms: terms, key: keys.key(number)).pem
  }

  /// Decrypts what was encrypted with a certificate's key under PKCS#1 v1.5 padding (RFC 8017 section 7.2).
  ///
  /// - Parameter number: the number of the certificate.
  /// - Returns: `nil` if the bytes were encrypted with another key or other padding, or not at all.
  public func open(_ ciphertext: [UInt8], number: UInt64) -> [UInt8]? {
    try? keys.key(number).open(ciphertext)
  }
}
