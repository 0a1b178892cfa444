import Determinism
import JSONText
import SafeTix
import Testing

@Suite struct TokenIssuerTests {
  private static let issuer = TokenIssuer(seed: SeededSource.seed(42, key: "demo-key"))

  private func token(
    barcode: String = "964537283421", ticket: UInt64 = 5, device: UInt64 = 7, event: UInt64 = 9, issue: UInt64 = 1,
    style: TokenStyle = .rotating
  ) -> [UInt8] {
    var writer = JSONWriter()
    Self.issuer.writeToken(
      barcode: barcode, ticket: ticket, device: device, event: event, issue: issue, style: style, into: &writer)
    let written = writer.bytes
    #expect(written.first == UInt8(ascii: "\"") && written.last == UInt8(ascii: "\""))
    return Array(written.dropFirst().dropLast())
  }

  private func fields(_ token: [UInt8]) throws -> [String: String] {
    let fields = try #require(IndependentDecoder.decode(token))
    return Dictionary(uniqueKeysWithValues: fields.map { ($0.name, $0.value) })
  }

  /// Computed once by an implementation in another language.
  @Test func goldenTokensNeverChange() {
    #expect(
      String(decoding: token(), as: UTF8.self)
        == "eyJiIjoiOTY0NTM3MjgzNDIxIiwidCI6IkJBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQllXRGVla2lqT1dQZmpUUk"
        + "9JVGlqaEI2bWRCSERqc1hOV04zV1YiLCJjayI6IjlhZTE2NTczMmZmMTllMjYxY2U0ZGFlMmNkMzI0M2Q2OTJjZjFj"
        + "MTAiLCJlayI6ImExYWQ5Mzg0N2U5MjAwOGRkN2I0OTExMjBmYzlmZTE4ZGVmMjMyNDciLCJydCI6InJvdGF0aW5nX3"
        + "N5bWJvbG9neSJ9")
    #expect(
      String(decoding: token(style: .documentationExample), as: UTF8.self)
        == "eyJiIjoiOTY0NTM3MjgzNDIxIiwidCI6IkJBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQllXRGVla2lqT1dQZmpUUk"
        + "9JVGlqaEI2bWRCSERqc1hOV04zV1YiLCJjayI6IjlhZTE2NTczLTJmZjEtOWUyNi0xY2U0LWRhZTJjZDMyNDNkNiIs"
        + "ImVrIjoiYTFhZDkzODQtN2U5Mi0wMDhkLWQ3YjQtOTExMjBmYzlmZTE4IiwicnQiOiJyb3RhdGluZ19zeW1ib2xvZ3"
        + "kifQ==")
  }

  @Test func hasTheDocumentedShape() throws {
    let decoded = try #require(IndependentDecoder.decode(token()))
    #expect(decoded.map(\.name) == ["b", "t", "ck", "ek", "rt"])
    #expect(decoded[0].value == "964537283421")
    #expect(decoded[1].value.utf8.count == 64)
    let raw = try #require(IndependentDecoder.base64(Array(decoded[1].value.utf8)))
    #expect(raw.count == 48)
    #expect(Array(raw.prefix(20)) == [0x04] + [UInt8](repeating: 0, count: 19))
    for key in decoded[2...3] {
      #expect(key.value.utf8.count == 40)
      #expect(key.value.utf8.allSatisfy { "0123456789abcdef".utf8.contains($0) })
    }
    #expect(decoded[4].value == "rotating_symbology")
  }

  /// The documents' own lengths: 292 for 16 digits, 280 for 16 digits and a letter with UUID keys.
  @Test(
    arguments: [
      ("0118856698865396", .rotating, 292, 2), ("0867346476041616a", .documentationExample, 280, 0),
      ("011885669886539", .rotating, 288, 0), ("01188566988653961", .rotating, 292, 1),
      ("012345678901", .barcodeOnly, 48, 1), ("", .barcodeOnly, 32, 1),
    ] as [(String, TokenStyle, Int, Int)])
  func hasTheRightLength(barcode: String, style: TokenStyle, length: Int, padding: Int) {
    let token = token(barcode: barcode, style: style)
    #expect(token.count == length)
    #expect(token.reversed().prefix { $0 == UInt8(ascii: "=") }.count == padding)
  }

  @Test func barcodeTokensHoldNothingElse() throws {
    let decoded = try #require(IndependentDecoder.decode(token(style: .barcodeOnly)))
    #expect(decoded.map(\.name) == ["b", "rt"])
    #expect(decoded.map(\.value) == ["964537283421", "barcode"])
  }

  @Test func documentationKeysAreTheSameDigitsWithHyphens() throws {
    let plain = try fields(token())
    let example = try fields(token(style: .documentationExample))
    for name in ["ck", "ek"] {
      let (plain, example) = (try #require(plain[name]), try #require(example[name]))
      #expect(example.split(separator: "-").map(\.count) == [8, 4, 4, 4, 12])
      #expect(plain.hasPrefix(example.split(separator: "-").joined()))
    }
    #expect(plain["t"] == example["t"])
  }

  @Test func keysStayAndRawTokensChange() throws {
    let first = try fields(token())
    let again = try fields(token(issue: 2))
    #expect(again["ck"] == first["ck"])
    #expect(again["ek"] == first["ek"])
    #expect(again["t"] != first["t"])
    let otherDevice = try fields(token(device: 8))
    #expect(otherDevice["ck"] != first["ck"])
    #expect(otherDevice["ek"] == first["ek"])
    #expect(otherDevice["t"] != first["t"])
    let otherTicket = try fields(token(ticket: 6))
    #expect(otherTicket["ck"] != first["ck"])
    #expect(otherTicket["ek"] == first["ek"])
    let otherEvent = try fields(token(event: 10))
    #expect(otherEvent["ck"] == first["ck"])
    #expect(otherEvent["ek"] != first["ek"])
    #expect(token() == token())
    #expect(TokenIssuer(seed: 1).eventKey(event: 9) != TokenIssuer(seed: 2).eventKey(event: 9))
  }

  @Test func rawTokensNeverRepeat() {
    var seen: Set<[UInt8]> = []
    for issue in 0..<UInt64(2_000) {
      seen.insert(Self.issuer.rawToken(ticket: 1, device: 1, issue: issue))
      seen.insert(Self.issuer.rawToken(ticket: issue + 2, device: 1, issue: 0))
      seen.insert(Self.issuer.rawToken(ticket: 1, device: issue + 2, issue: 0))
    }
    #expect(seen.count == 6_000)
  }

  @Test(arguments: TokenStyle.allCases) func fieldsAgreeWithTheText(style: TokenStyle) throws {
    let token = Self.issuer.token(barcode: "964537283421", ticket: 5, device: 7, event: 9, issue: 1, style: style)
    let fields = try fields(self.token(style: style))
    #expect(token.barcode == fields["b"])
    #expect(token.rawToken == fields["t"])
    #expect(token.customerKey == fields["ck"])
    #expect(token.eventKey == fields["ek"])
    #expect(token.renderType?.rawValue == fields["rt"])
    let customerKey = Self.issuer.customerKey(ticket: 5, device: 7)
    let eventKey = Self.issuer.eventKey(event: 9)
    #expect(customerKey.count == 20)
    #expect(eventKey.count == 20)
    #expect(token.customerKeyBytes == (style == .rotating ? customerKey : nil))
    #expect(token.eventKeyBytes == (style == .rotating ? eventKey : nil))
  }

  @Test(arguments: ["a\"b", "a\\b", "a\nb", "é", String(repeating: "7", count: 5_000)])
  func copesWithAnyBarcode(barcode: String) {
    for style in TokenStyle.allCases {
      let reading = TokenReader.read(String(decoding: token(barcode: barcode, style: style), as: UTF8.self))
      #expect(reading.token?.barcode == barcode)
    }
  }
}
