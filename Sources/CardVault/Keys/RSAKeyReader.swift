import JSONText

/// Reads key pairs from JSON: the numbers of RFC 8017 appendix A.1.2, by the names used there, in hexadecimal.
enum RSAKeyReader {
  /// The keys of a document `{"keys": […]}`.
  ///
  /// - Throws: `JSONSyntaxError`, or `JSONMismatch` for a number that is missing, malformed, too short or too long, or
  ///   does not match the others.
  static func keys(_ document: [UInt8]) throws -> [RSAKey] {
    var reader = try JSONValue.parse(document).asObject()
    _ = try reader.string("note")
    let keys = try reader.array("keys").map(key)
    try reader.rejectUnread()
    return keys
  }

  private static func key(_ value: JSONValue) throws(JSONMismatch) -> RSAKey {
    var reader = try value.asObject()
    let modulus = try number(&reader, "modulus", bits: 2048)
    let publicExponent = try number(&reader, "publicExponent", bits: 64)
    let first = RSAKey.Prime(
      prime: try prime(&reader, "prime1"), exponent: try number(&reader, "exponent1", bits: 1024))
    let second = RSAKey.Prime(
      prime: try prime(&reader, "prime2"), exponent: try number(&reader, "exponent2", bits: 1024))
    let coefficient = try number(&reader, "coefficient", bits: 1024)
    try reader.rejectUnread()
    guard first.prime.value.times(second.prime.value) == modulus else {
      throw value.mismatch(expected: "a modulus that is the product of both primes", found: "another")
    }
    guard coefficient.isLess(than: first.prime.value),
      first.prime.times(first.prime.remainder(of: second.prime.value), coefficient) == first.prime.one
    else { throw value.mismatch(expected: "a coefficient that is the inverse of prime2", found: "another") }
    return RSAKey(
      modulus: modulus, publicExponent: publicExponent, first: first, second: second, coefficient: coefficient)
  }

  private static func prime(_ reader: inout JSONObjectReader, _ name: String) throws(JSONMismatch) -> Modulus {
    let value = try reader.value(name)
    guard let modulus = Modulus(try number(value, bits: 1024)) else {
      throw value.mismatch(expected: "an odd number of 1024 bits", found: "another")
    }
    return modulus
  }

  private static func number(
    _ reader: inout JSONObjectReader, _ name: String, bits: Int
  ) throws(JSONMismatch) -> Natural {
    try number(reader.value(name), bits: bits)
  }

  /// A number of at most this many bits, extended to that width.
  private static func number(_ value: JSONValue, bits: Int) throws(JSONMismatch) -> Natural {
    let digits = (value.string ?? "").utf8.map { byte in Character(Unicode.Scalar(byte)).hexDigitValue }
    guard !digits.isEmpty, digits.count <= bits / 4, !digits.contains(nil) else {
      throw value.mismatch(expected: "1 to \(bits / 4) hexadecimal digits")
    }
    let padded: [Int] = Array(repeating: 0, count: bits / 4 - digits.count) + digits.compactMap(\.self)
    let bytes: [UInt8] = stride(from: 0, to: padded.count, by: 2).map { place in
      UInt8(padded[place] * 16 + padded[place + 1])
    }
    return Natural(bigEndian: bytes)
  }
}
