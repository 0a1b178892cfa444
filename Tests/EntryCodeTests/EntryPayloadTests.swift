import Determinism
import EntryCode
import SafeTix
import Testing

@Suite struct EntryPayloadTests {
  private let start = Instant(secondsSinceEpoch: 1_575_000_000)

  /// The token of Order Management that the SafeTix document prints, as read.
  private let printed = EntryToken(
    barcode: "0118856698865396", rawToken: "BAUAL4zltyH2EQIAAAAAAQAAAAB+hpXM8lBzpAloTGJVWYd0vjlRvjmkaLNn++Qb",
    customerKey: "95d1cefe8d8ca9fd1428c293988801c6f38c9360", eventKey: "5de13670638001fa7dc8a647c207dc349d04d1c7",
    renderType: .rotatingSymbology)

  /// The passwords were computed once by an implementation in another language.
  @Test(
    arguments: [
      (1_575_000_000_000, "942564", "796155", 15), (1_575_000_014_999, "942564", "796155", 1),
      (1_796_148_000_000, "650960", "308836", 15),
    ] as [(Int64, String, String, Int)])
  func drawsThePrintedToken(milliseconds: Int64, event: String, customer: String, left: Int) {
    let drawing = EntryPayload.make(token: printed, at: Instant(millisecondsSinceEpoch: milliseconds))
    let raw = "BAUAL4zltyH2EQIAAAAAAQAAAAB+hpXM8lBzpAloTGJVWYd0vjlRvjmkaLNn++Qb"
    #expect(drawing.payload == "\(raw)::\(event)::\(customer)::\(milliseconds / 1_000)")
    #expect(drawing.symbology == .pdf417)
    #expect(drawing.secondsUntilRedraw == left)
  }

  /// The document's token of Secure Render.
  @Test func followsTheIOSSDKWithHyphenatedKeys() {
    let token = EntryToken(
      barcode: "0867346476041616a", rawToken: "BAAAAAAAAAAAAAAAAAAAAAAAAACGkf5ldefwXHwZjoFc3rsDcDH6Jrcjj9m2KIb+",
      customerKey: "68af69a4-f9a6-4e4a-91fa-460bda17f427", eventKey: "06ec53c7-49e4-47a4-8802-57f73dc3abfc",
      renderType: .rotatingSymbology)
    let drawing = EntryPayload.make(token: token, at: start)
    #expect(drawing == Drawing(payload: "0867346476041616a", symbology: .pdf417, secondsUntilRedraw: nil))
    var badEventKey = printed
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
