import Foundation
import Testing

@testable import CardVault

/// Padding and the numbers of a key, one flaw at a time.
@Suite struct RSAKeyTests {
  /// Blocks as they lie inside a ciphertext (RFC 8017 section 7.2.1), most of them wrong in one place.
  @Test(
    arguments: [
      ([0x00, 0x02], 8, [0x00, 0x2A], [0x2A]),
      ([0x00, 0x02], 8, [0x00], []),
      ([0x00, 0x02], 7, [0x00, 0x2A], nil),
      ([0x00, 0x01], 8, [0x00, 0x2A], nil),
      ([0x01, 0x02], 8, [0x00, 0x2A], nil),
      ([0x00, 0x02], 254, [], nil),
    ] as [([UInt8], Int, [UInt8], [UInt8]?)])
  func paddingIsLookedAt(head: [UInt8], padding: Int, tail: [UInt8], plain: [UInt8]?) throws {
    let key = try #require(try RSAKeyReader.keys(BundledKeys.document).first)
    var block = head + [UInt8](repeating: 0xA5, count: padding) + tail
    let rest = RSAKey.size - block.count
    block += [UInt8](repeating: 0x2A, count: rest)
    let modulus = try #require(Modulus(key.modulus))
    let sealed = modulus.power(Natural(bigEndian: block), key.publicExponent).bigEndian
    #expect(key.open(sealed) == plain.map { $0 + [UInt8](repeating: 0x2A, count: rest) })
  }

  @Test func aNumberThatIsNotBelowTheModulusIsNoCiphertext() throws {
    let key = try #require(try RSAKeyReader.keys(BundledKeys.document).first)
    #expect(key.open(key.modulus.bigEndian) == nil)
    #expect(key.open([UInt8](repeating: 0xFF, count: RSAKey.size)) == nil)
  }

  @Test func thereAreFourDifferentKeys() throws {
    #expect(Set(try RSAKeyReader.keys(BundledKeys.document).map(\.modulus)).count == 4)
  }

  @Test(arguments: [
    ("\"modulus\": \"", "\"modulus\": \"0", "/keys/0/modulus"),
    ("\"modulus\": \"", "\"modulus\": \"x", "/keys/0/modulus"),
    ("\"modulus\"", "\"modulos\"", "/keys/0/modulus"),
    ("\"exponent1\": \"", "\"exponent1\": \"-", "/keys/0/exponent1"),
    ("\"publicExponent\": \"010001\"", "\"publicExponent\": \"\"", "/keys/0/publicExponent"),
    ("\"publicExponent\": \"010001\"", "\"publicExponent\": 65537", "/keys/0/publicExponent"),
    ("\"prime2\"", "\"prime3\"", "/keys/0/prime2"),
  ])
  func aNumberThatIsNoneIsTold(part: String, replacement: String, path: String) throws {
    let text = String(decoding: BundledKeys.document, as: UTF8.self)
    let place = try #require(text.range(of: part))
    let broken = text.replacingCharacters(in: place, with: replacement)
    let error = #expect(throws: (any Error).self) { try RSAKeyReader.keys(Array(broken.utf8)) }
    #expect("\(error.map { "\($0)" } ?? "")".contains(path))
  }

  @Test(arguments: ["modulus", "prime1", "prime2", "coefficient"])
  func numbersThatDoNotBelongTogetherAreTold(name: String) throws {
    let text = String(decoding: BundledKeys.document, as: UTF8.self)
    let place = try #require(text.range(of: "\"\(name)\": \""))
    // The eighth digit of the first key's number, made another.
    let digit = text.index(place.upperBound, offsetBy: 8)
    let other = text[digit] == "1" ? "2" : "1"
    let broken = text.replacingCharacters(in: digit...digit, with: other)
    #expect(throws: (any Error).self) { try RSAKeyReader.keys(Array(broken.utf8)) }
  }
}
