import SafeTix
import Testing

@Suite struct Base64Tests {
  /// RFC 4648 section 10.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
    ("foobar", "Zm9vYmFy"), ("Man is distinguished", "TWFuIGlzIGRpc3Rpbmd1aXNoZWQ="),
  ])
  func matchesThePublishedVectors(plain: String, encoded: String) throws {
    #expect(Base64.string(Array(plain.utf8)) == encoded)
    #expect(Base64.encode(Array(plain.utf8)) == Array(encoded.utf8))
    #expect(try Base64.decode(encoded) == Array(plain.utf8))
  }

  @Test func usesTheStandardAlphabet() throws {
    let bytes: [UInt8] = [0xFB, 0xEF, 0xBE, 0xFF, 0xFF, 0xFF, 0x00, 0x10, 0x83]
    #expect(Base64.string(bytes) == "++++////ABCD")
    // All 4,096 pairs of characters, from both loops of the encoder.
    let all: [UInt8] = (0..<4_096).flatMap { (pair: Int) -> [UInt8] in
      [UInt8(pair >> 4), UInt8(truncatingIfNeeded: pair << 4), 0]
    }
    #expect(IndependentDecoder.base64(Base64.encode(all)) == all)
    for count in 0..<40 {
      let part = Array(all.suffix(3_000).prefix(count))
      #expect(IndependentDecoder.base64(Base64.encode(part)) == part)
      #expect(try Base64.decode(Base64.encode(part)) == part)
    }
  }

  @Test(
    arguments: [
      ("Z", .length(1)), ("Zm9", .length(3)), ("Zg=", .length(3)), ("Zg", .length(2)), ("=", .length(1)),
      ("Zm9v\n", .character(0x0A, offset: 4)), ("Zm9\nvYmF", .character(0x0A, offset: 3)),
      ("Zm-_", .character(0x2D, offset: 2)), ("Zm9 ", .character(0x20, offset: 3)),
      ("Zm9é", .character(0xC3, offset: 3)),
      ("====", .padding(offset: 0)), ("Z===", .padding(offset: 1)), ("Zg==Zg==", .padding(offset: 2)),
      ("Zg=v", .padding(offset: 2)), ("Zm=v", .padding(offset: 2)), ("Zh==", .trailingBits), ("Zm9=", .trailingBits),
    ] as [(String, Base64Error)])
  func refusesEverythingElse(text: String, error: Base64Error) {
    #expect(throws: error) { try Base64.decode(text) }
  }

  @Test func explainsItsErrors() {
    #expect(
      Base64Error.character(0x2D, offset: 2).description
        == "\"-\" at offset 2 is from the URL-safe alphabet; tokens use + and /")
    #expect(
      Base64Error.character(0x0A, offset: 4).description == "byte 10 at offset 4 is a line break; tokens are one line")
    #expect(Base64Error.length(3).description == "base64 comes in groups of four characters; this text has 3")
  }
}
