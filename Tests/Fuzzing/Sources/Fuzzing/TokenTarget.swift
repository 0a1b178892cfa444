import SafeTix

/// The token reader, and base64: what decodes strictly encodes to the same text.
struct TokenTarget: FuzzTarget {
  func examine(_ input: [UInt8]) {
    _ = TokenReader.read(String(decoding: input, as: UTF8.self))
    // The same bytes as the inside of a token, past base64.
    _ = TokenReader.read(Base64.string(input))
    if let decoded = try? Base64.decode(input) {
      expect(Base64.encode(decoded) == input, "strict base64 has one spelling")
    }
  }
}
