import CryptoExtras

/// One RSA key in the two forms that the library wants: for signing its certificate, and for decrypting.
struct KeyPair {
  let signing: _RSA.Signing.PrivateKey
  let decrypting: _RSA.Encryption.PrivateKey

  /// Makes a key of 2048 bits; takes tens of milliseconds, seldom much more.
  ///
  /// - Throws: what the library throws if it has no randomness.
  init() throws {
    signing = try _RSA.Signing.PrivateKey(keySize: .bits2048)
    decrypting = try _RSA.Encryption.PrivateKey(derRepresentation: signing.derRepresentation)
  }
}
