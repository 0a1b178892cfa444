import CryptoExtras
import Synchronization

/// The RSA keys that card data is encrypted with.
///
/// A key is made when it is first asked for and kept as long as the vault; it is not seeded, because the library takes
/// its randomness from the system. Every method takes milliseconds, the first with a key tens of them: never call one on
/// an event loop or under another lock.
public final class Vault: Sendable {
  /// How many different keys there are; certificates take turns with them.
  public static let keyCount = 4
  /// How many bytes a ciphertext has.
  public static let blockSize = 256

  // Guards the keys, which are made inside it so that nobody makes one twice.
  private let keys = Mutex<[Int: KeyPair]>([:])

  /// Makes a vault without keys.
  public init() {}

  /// A self-signed X.509 certificate over a key, as PEM text with CRLF line ends.
  ///
  /// The same terms give the same text as long as the vault lives.
  ///
  /// - Parameters:
  ///   - terms: what it says.
  ///   - number: the number of the certificate; successive ones are over different keys.
  /// - Throws: what the cryptographic library throws.
  public func certificate(_ terms: CertificateTerms, number: UInt64) throws -> String {
    try withKey(number) { key in try IssuedCertificate.pem(terms, key: key.signing) }
  }

  /// What was encrypted with the key of a certificate under PKCS#1 v1.5 padding (RFC 8017 section 7.2).
  ///
  /// - Parameter number: the number of the certificate.
  /// - Returns: `nil` if the bytes were encrypted with another key, with other padding, or not at all.
  public func open(_ ciphertext: [UInt8], number: UInt64) -> [UInt8]? {
    // The padding is weak against somebody who may ask often whether it was right; a mock with made-up cards has nothing
    // to lose, and the documents ask for it.
    try? withKey(number) { key in
      [UInt8](try key.decrypting.decrypt(ciphertext, padding: ._WEAK_AND_INSECURE_PKCS_V1_5))
    }
  }

  private func withKey<Result: Sendable>(_ number: UInt64, _ work: (KeyPair) throws -> Result) throws -> Result {
    try keys.withLock { keys in
      let place = Int(number % UInt64(Self.keyCount))
      let key = try keys[place] ?? KeyPair()
      keys[place] = key
      return try work(key)
    }
  }
}
