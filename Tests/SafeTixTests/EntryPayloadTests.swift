import Determinism
import EntryCode
import SafeTix
import Testing

@Suite struct EntryPayloadTests {
  private let start = Instant(secondsSinceEpoch: 1_575_000_000)

  private func printed() throws -> EntryToken {
    try #require(TokenReader.read(PrintedTokens.order).token)
  }

  /// The passwords were computed once by an implementation in another language.
  @Test(
    arguments: [
      (1_575_000_000_000, "942564", "796155", 15), (1_575_000_014_999, "942564", "796155", 1),
      (1_796_148_000_000, "650960", "308836", 15),
    ] as [(Int64, String, String, Int)])
  func drawsThePrintedToken(milliseconds: Int64, event: String, customer: String, left: Int) throws {
    let drawing = EntryPayload.make(token: try printed(), at: Instant(millisecondsSinceEpoch: milliseconds))
    let raw = "BAUAL4zltyH2EQIAAAAAAQAAAAB+hpXM8lBzpAloTGJVWYd0vjlRvjmkaLNn++Qb"
    #expect(drawing.payload == "\(raw)::\(event)::\(customer)::\(milliseconds / 1_000)")
    #expect(drawing.symbology == .pdf417)
    #expect(drawing.secondsUntilRedraw == left)
  }

  @Test func followsTheIOSSDKWithHyphenatedKeys() throws {
    let token = try #require(TokenReader.read(PrintedTokens.secureRender).token)
    let drawing = EntryPayload.make(token: token, at: start)
    #expect(drawing == Drawing(payload: "0867346476041616a", symbology: .pdf417, secondsUntilRedraw: nil))
    var badEventKey = try printed()
    badEventKey.eventKey = "06ec53c7-49e4"
    let parts = EntryPayload.make(token: badEventKey, at: start).payload.split(separator: "::")
    #expect(parts.count == 2)
    #expect(parts.last == "796155")
  }

  @Test func drawsTheThirdVersion() {
    let token = EntryToken(
      barcode: "1", rawToken: "TM::03::abc9", customerKey: "95d1cefe8d8ca9fd1428c293988801c6f38c9360")
    let drawing = EntryPayload.make(token: token, at: start)
    #expect(drawing.payload == "TM::03::abc9::796155")
    #expect(drawing.symbology == .pdf417)
    #expect(drawing.secondsUntilRedraw == 15)
  }

  @Test(
    arguments: [
      (EntryToken(barcode: "7", renderType: .barcode), "7", .qrCode),
      (EntryToken(barcode: "7", rawToken: "T", customerKey: "ab", renderType: .barcode), "7", .qrCode),
      (EntryToken(barcode: "7", renderType: .rotatingSymbology), "7", .pdf417),
      (EntryToken(barcode: "7"), "7", .qrCode),
      (EntryToken(barcode: "7", rawToken: "T", customerKey: "a-"), "7", .pdf417),
      (EntryToken(barcode: nil), "Reload ticket", .errorText),
      (
        EntryToken(barcode: nil, rawToken: "T", customerKey: "a-", renderType: .rotatingSymbology), "Reload ticket",
        .errorText
      ),
    ] as [(EntryToken, String, Drawing.Symbology)])
  func drawsWhatDoesNotRotate(token: EntryToken, payload: String, symbology: Drawing.Symbology) {
    let drawing = EntryPayload.make(token: token, at: start)
    #expect(drawing == Drawing(payload: payload, symbology: symbology, secondsUntilRedraw: nil))
  }

  @Test func everySecondHasItsPayload() throws {
    let token = TokenIssuer(seed: 1).token(barcode: "7", ticket: 1, device: 1, event: 1, issue: 1)
    var passwords: [[Substring]] = []
    for second in 0..<45 {
      let parts = EntryPayload.make(token: token, at: start + .seconds(second)).payload.split(separator: "::")
      #expect(parts.count == 4)
      #expect(parts.last == Substring("\(1_575_000_000 + second)"))
      passwords.append(Array(parts[1...2]))
    }
    #expect(Set(passwords.prefix(15)).count == 1)
    #expect(Set(passwords).count == 3)
  }
}
