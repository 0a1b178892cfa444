import HTTPTypes
import JSONText
import PartnerAPI
import PartnerVocabulary
import PartnerWire
import Sandboxes
import Testing

/// Whatever a sandbox keeps of a request is bounded in its length.
@Suite struct KeptLengthTests {
  /// Texts of so many characters: plain ones, the most bytes, and what a reader sees as a single one.
  private static func texts(_ count: Int) -> [String] {
    [
      String(repeating: "7", count: count), String(repeating: "\u{1F3AB}", count: count),
      "e" + String(repeating: "\u{301}", count: count - 1),
    ]
  }

  @Test(arguments: RequestSample.all)
  func oneCharacterTooManyIsRefused(sample: RequestSample) throws {
    for member in try sample.documentedMembers() {
      let field = WireField("x", member.kind, about: "", source: "")
      guard let lengths = field.lengths else { continue }
      let partner = try Partner(rate: 0)
      let cart = try partner.paidCart(sample.event)
      for text in Self.texts(lengths.upperBound + 1) {
        let answer = try sample.send(partner, cart: cart, member, "\"\(text)\"")
        answer.expectError(400, 10_002)
        #expect(
          answer.diagnosis?.contains("\(lengths.upperBound + 1) characters") == true, "\(answer.diagnosis ?? "")")
        let isInvented = lengths.upperBound == WireField.keptLength
        #expect(
          answer.fidelity == (isInvented ? "invented; see=request/length" : "documented; see=errors/invalid-input"))
        #expect(answer.diagnosis?.contains("\(member.pointer):") == true, "\(answer.diagnosis ?? "")")
      }
      for text in Self.texts(lengths.upperBound) {
        let answer = try sample.send(partner, cart: cart, member, "\"\(text)\"")
        // A card's issuer must fit its number, a state must be one, an account the order's.
        #expect(answer.code != 10_002, "\(member.pointer): \(answer.text) \(answer.diagnosis ?? "")")
      }
    }
  }

  @Test func numbersThatStandForTextsAreBoundedToo() throws {
    let partner = try Partner(rate: 0)
    let sample = try #require(RequestSample.all.first { $0.operation == .memberBillingAdd })
    let cart = try partner.paidCart(sample.event)
    for member in try sample.documentedMembers()
    where ["postal_code", "unit"].contains(where: member.pointer.hasSuffix) {
      let digits = String(repeating: "7", count: 201)
      try sample.send(partner, cart: cart, member, digits).expectError(400, 10_002)
    }
  }

  /// Long texts everywhere, also where there is no limit: what comes of them is short, or they are refused.
  @Test(arguments: RequestSample.all)
  func nothingLongIsKept(sample: RequestSample) throws {
    let long = String(repeating: "7", count: 20_000)
    let longHeader = String(long.prefix(2_000))
    for member in try sample.documentedMembers() {
      let partner = try Partner(rate: 0)
      let cart = try partner.paidCart(sample.event)
      _ = try sample.send(partner, cart: cart, member, "\"\(long)\"")
      _ = try partner.commit(sample.event, cart: cart.id)
      _ = try partner.render(body: "{\"deviceId\":\"\(long)\",\"tickets\":[{}]}", user: longHeader)
      _ = try partner.send(
        .get, "/partners/v1/orders?order_number=39-20827/PHX&cart_id=\(longHeader)",
        headers: ["X-TM-FORCE-POLLING": "true"])
      try expectShort(partner.sandbox)
    }
  }

  private func expectShort(_ sandbox: Sandbox) throws {
    func longest(_ value: JSONValue) -> Int {
      switch value.kind {
      case .string, .number: value.text.utf8.count
      case .array: value.elements.map(longest).max() ?? 0
      case .object: value.members.map { max($0.key.utf8.count, longest($0.value)) }.max() ?? 0
      default: 0
      }
    }
    let state = try JSONValue.parse(sandbox.export())
    #expect(longest(state) <= 4 * WireField.keptLength)
  }

  @Test func usedCaptchasAreKeptAsDigests() throws {
    let partner = try Partner(rate: 0)
    let tokens = ["solved", String(repeating: "long", count: 50_000), "e\u{301}", "\u{E9}"]
    for token in tokens {
      #expect(try partner.reserve(EventID.captcha, token: token).status == 200)
      try partner.reserve(EventID.captcha, token: token).expectError(400, 10_031)
    }
    try expectShort(partner.sandbox)
    let state = try JSONValue.parse(partner.sandbox.export())
    let kept = state.value(at: "/boxOffice/usedCaptchas")?.elements.compactMap(\.string) ?? []
    #expect(kept.count == tokens.count)
    // printf solved | sha256sum
    #expect(kept.first == "ca7b7333032bd3997d54309f7ec80433afa74d2b8ad4cd27ff3f2ed87311aa83")
    let other = try Partner(rate: 0)
    try other.sandbox.restore(state) { _ in nil }
    for token in tokens { try other.reserve(EventID.captcha, token: token).expectError(400, 10_031) }
    #expect(try other.reserve(EventID.captcha, token: "another").status == 200)
    let again = try JSONValue.parse(other.sandbox.export()).value(at: "/boxOffice/usedCaptchas")
    #expect(again?.elements.count == tokens.count + 1)
  }

  // MARK: Keys

  @Test(arguments: [201, 30_000])
  func aLongKeyMakesNoSandbox(count: Int) throws {
    let partner = try Partner()
    for key in Self.texts(count).prefix(1) {
      for answer in [
        try partner.sendWithoutKey(.get, "/partners/v1/events?apikey=\(key)"),
        try partner.sendWithoutKey(.get, "/partners/v1/events", headers: ["x-api-key": key]),
        try partner.sendWithoutKey(.get, "/safetix/configuration/v1/config?apikey=\(key)"),
        try partner.sendWithoutKey(.get, "/partners/v1/polling-status?token=x&apikey=\(key)"),
      ] {
        answer.expectError(400, 10_002, "Invalid input data type")
        #expect(answer.fidelity == "invented; see=request/length")
        #expect(answer.diagnosis == "The partner key: expected 1 to 200 characters, found \(count) characters")
      }
    }
    #expect(partner.service.directory.all.isEmpty)
  }

  @Test func aKeyOfTheLimitIsTaken() throws {
    let partner = try Partner()
    let key = String(repeating: "k", count: 200)
    #expect(try partner.sendWithoutKey(.get, "/partners/v1/events?apikey=\(key)").status == 200)
    let wide = String(repeating: "%F0%9F%8E%AB", count: 200)
    #expect(try partner.sendWithoutKey(.get, "/partners/v1/events?apikey=\(wide)").status == 200)
    #expect(try partner.sendWithoutKey(.get, "/partners/v1/events?apikey=\(wide)%41").status == 400)
  }

  @Test func aServerTakesTheKeysItWasStartedWith() throws {
    let long = String(repeating: "k", count: 300)
    let partner = try Partner(keys: [long])
    #expect(try partner.sendWithoutKey(.get, "/partners/v1/events?apikey=\(long)").status == 200)
    #expect(try partner.sendWithoutKey(.get, "/partners/v1/events?apikey=\(long)k").status == 401)
  }
}
