import Digests

/// An RSA key pair of 2048 bits (RFC 8017 section 3): two primes and the values derived from them.
struct RSAKey: Sendable {
  /// The size in bytes of the modulus, a signature and a ciphertext.
  static let size = 256

  let modulus: Natural
  let publicExponent: Natural
  private let first: Prime
  private let second: Prime
  /// The inverse of the second prime, modulo the first.
  private let coefficient: Natural

  /// A prime and the private exponent modulo one less than it.
  struct Prime: Sendable {
    let prime: Modulus
    let exponent: Natural
  }

  /// A key from its parts, which must match.
  init(modulus: Natural, publicExponent: Natural, first: Prime, second: Prime, coefficient: Natural) {
    self.modulus = modulus
    self.publicExponent = publicExponent
    self.first = first
    self.second = second
    self.coefficient = coefficient
  }

  /// A signature over a message: RSASSA-PKCS1-v1_5 with SHA-256 (RFC 8017 section 8.2.1).
  ///
  /// Takes a few milliseconds.
  ///
  /// - Returns: ``size`` bytes.
  func signature(over message: [UInt8]) -> [UInt8] {
    let digest = DER.sequence(
      DER.sequence(DER.objectIdentifier(.sha256), DER.null), DER.octetString(SHA256.digest(of: message)))
    let padding = [UInt8](repeating: 0xFF, count: Self.size - 3 - digest.count)
    return apply(Natural(bigEndian: [0x00, 0x01] + padding + [0x00] + digest)).bigEndian
  }

  /// Decrypts what was encrypted with the public key: RSAES-PKCS1-v1_5 (RFC 8017 section 7.2.2).
  ///
  /// Takes a few milliseconds.
  ///
  /// - Returns: `nil` if it was not encrypted with this key, or has other padding.
  func open(_ ciphertext: [UInt8]) -> [UInt8]? {
    guard ciphertext.count == Self.size else { return nil }
    let number = Natural(bigEndian: ciphertext)
    guard number.isLess(than: modulus) else { return nil }
    // This padding is weak against attackers who can test many ciphertexts for validity; a mock with made-up cards has
    // nothing to lose, and the documents require it.
    let block = apply(number).bigEndian
    guard block[0] == 0x00, block[1] == 0x02, let end = block[2...].firstIndex(of: 0x00), end >= 2 + 8 else {
      return nil
    }
    return Array(block[(end + 1)...])
  }

  /// The private operation on a number below the modulus, by the Chinese remainder theorem (RFC 8017 section 5.1.2).
  private func apply(_ number: Natural) -> Natural {
    let one = first.prime.power(first.prime.remainder(of: number), first.exponent)
    let other = second.prime.power(second.prime.remainder(of: number), second.exponent)
    let difference = first.prime.difference(one, first.prime.remainder(of: other))
    var result = first.prime.times(difference, coefficient).times(second.prime.value)
    result.add(Natural(words: other.words + Array(repeating: 0, count: other.words.count)))
    return result
  }
}
