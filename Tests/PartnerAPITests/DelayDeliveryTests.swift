import HTTPTypes
import JSONText
import Testing

/// Delay delivery before, at and after its instant, in each style.
@Suite struct DelayDeliveryTests {
  private static let own = "3F00000000000001"

  private func partner(until: String, style: String) throws -> Partner {
    let event = BundledCatalogue.event(
      members: #""entry": "safetix", "delayDelivery": { "until": "\#(until)", "style": "\#(style)" },"#)
    return try Partner(catalogue: BundledCatalogue.catalogue(adding: [event]))
  }

  /// What is in `secure_entry_data` before the instant.
  private func expectWithheld(_ answer: ServedAnswer, style: String) throws {
    #expect(answer.status == 200)
    #expect(try answer.string("/tickets/0/secure_entry_data/render_type") == "rotating_symbology")
    #expect(try answer.string("/tickets/0/secure_entry_data/segment_type") == "ROTATING_SYMBOLOGY")
    #expect(try answer.string("/tickets/0/barcode_id").wholeMatch(of: /[0-9]{12,18}/) != nil)
    let token = answer.json?.value(at: "/tickets/0/secure_entry_data/token")?.string
    let error = answer.json?.value(at: "/tickets/0/secure_entry_data/error")
    switch style {
    case "omit-token":
      #expect(token == nil)
      #expect(error == nil)
    case "scrambled-token":
      let text = try #require(token)
      #expect(text.hasPrefix("xxxxx"))
      let bytes = try #require(EntryTokenText.decode(text), "it is base64")
      #expect((try? JSONValue.parse(bytes)) == nil, "and not of JSON")
      #expect(error == nil)
    default:
      #expect(token == nil)
      #expect(error?["code"]?.integer == 400)
      #expect(error?["message"]?.string?.isEmpty == false)
    }
    #expect(answer.fidelity?.hasPrefix("inferred;") == true)
  }

  private func expectToken(_ answer: ServedAnswer) throws {
    let token = try EntryTokenText(answer.string("/tickets/0/secure_entry_data/token"))
    #expect(try token["b"] == answer.string("/tickets/0/barcode_id"))
    #expect(answer.json?.value(at: "/tickets/0/secure_entry_data/error") == nil)
  }

  @Test(arguments: ["omit-token", "scrambled-token", "error"])
  func tokenIsWithheldUntilMidnightOfTheDate(style: String) throws {
    // 2 June, 03:30 UTC is 1 June in Phoenix; three days later 00:00 there is 4 June, 07:00 UTC.
    let partner = try partner(until: "start+P3D", style: style)
    let order = try partner.buy(Self.own)
    let first = try partner.open(token: order.token)
    try expectWithheld(first, style: style)
    #expect(try first.string("/additional_info/safetix_delivery_delay_date") == "2026-06-04")
    partner.clock.advance(by: .span(days: 2, hours: 3, minutes: 30, milliseconds: -1))
    try expectWithheld(partner.open(token: order.token), style: style)
    partner.clock.advance(by: .milliseconds(1))
    let released = try partner.open(token: order.token)
    #expect(released.header("Date") == "Thu, 04 Jun 2026 07:00:00 GMT")
    try expectToken(released)
    #expect(try released.string("/additional_info/safetix_delivery_delay_date") == "2026-06-04", "the date stays")
    #expect(released.fidelity?.hasPrefix("inferred;") == true)
  }

  @Test func dateIsADayInTheEventsZone() throws {
    let partner = try partner(until: "2026-06-05", style: "omit-token")
    let order = try partner.buy(Self.own)
    partner.clock.advance(by: .span(days: 3, hours: 3, minutes: 30, milliseconds: -1))
    try expectWithheld(partner.open(token: order.token), style: "omit-token")
    partner.clock.advance(by: .milliseconds(1))
    try expectToken(partner.open(token: order.token))
  }

  @Test func delayMayCountFromTheOrder() throws {
    let partner = try partner(until: "+PT2M", style: "omit-token")
    partner.clock.advance(by: .seconds(600))
    let first = try partner.buy(Self.own)
    partner.clock.advance(by: .seconds(60))
    let second = try partner.buy(Self.own)
    partner.clock.advance(by: .seconds(60))
    try expectToken(partner.open(token: first.token))
    try expectWithheld(partner.open(token: second.token), style: "omit-token")
  }

  @Test func delayMayCountBackFromTheEvent() throws {
    // The event starts on 11 July at 19:30 in Phoenix, 12 July, 02:30 UTC.
    let partner = try partner(until: "-P1D", style: "error")
    let order = try partner.buy(Self.own)
    #expect(
      try partner.open(token: order.token).string("/additional_info/safetix_delivery_delay_date") == "2026-07-10")
    partner.clock.advance(by: .span(days: 38, hours: 23, milliseconds: -1))
    try expectWithheld(partner.open(token: order.token), style: "error")
    partner.clock.advance(by: .milliseconds(1))
    try expectToken(partner.open(token: order.token))
  }

  @Test func bundledDelayEndsThreeDaysAfterTheStart() throws {
    let partner = try Partner()
    let order = try partner.buy(EventID.delayed)
    let first = try partner.open(token: order.token)
    try expectWithheld(first, style: "omit-token")
    // Denver is on summer time: 4 June, 00:00 is 06:00 UTC.
    #expect(try first.string("/additional_info/safetix_delivery_delay_date") == "2026-06-04")
    partner.clock.advance(by: .span(days: 2, hours: 2, minutes: 30, milliseconds: -1))
    try expectWithheld(partner.open(token: order.token), style: "omit-token")
    partner.clock.advance(by: .milliseconds(1))
    try expectToken(partner.open(token: order.token))
  }

  @Test func seededOrderIsScrambledForThirtyDays() throws {
    let partner = try Partner()
    let token = "28a67e13-7233-45a5lsGPQy0MZ3J7ZOQRjcW52NHhG083D"
    let first = try partner.open(token: token)
    try expectWithheld(first, style: "scrambled-token")
    #expect(try first.string("/additional_info/safetix_delivery_delay_date") == "2026-07-01")
    partner.clock.advance(by: .seconds(30 * 86_400))
    try expectToken(partner.open(token: token))
  }

  @Test func withoutDelayThereIsNoAdditionalInfo() throws {
    let partner = try Partner()
    for event in [EventID.phoenix, EventID.secureBarcode, EventID.paper] {
      let order = try partner.buy(event)
      let answer = try partner.open(token: order.token)
      #expect(answer.json?.value(at: "/additional_info") == nil)
      #expect(answer.fidelity == nil)
    }
  }

  @Test func readOrderHasTheDateToo() throws {
    let partner = try Partner()
    let order = try partner.buy(EventID.delayed)
    let answer = try partner.send(.get, "/partners/v1/orders?order_token=\(order.token)")
    #expect(try answer.string("/additional_info/safetix_delivery_delay_date") == "2026-06-04")
  }

  @Test(arguments: ["omit-token", "scrambled-token", "error"])
  func secureRenderIsDelayedAsWell(style: String) throws {
    let partner = try partner(until: "+PT2M", style: style)
    let order = try partner.buy(Self.own)
    let ticket = try Partner.ticket(partner.open(token: order.token))
    partner.clock.advance(by: .milliseconds(119_999))
    let early = try partner.render(body: Partner.rendering([ticket]))
    #expect(early.status == 400)
    #expect(try early.string("/tickets/0/error/error") == "delivery.delayed")
    #expect(try early.integer("/tickets/0/error/code") == 400)
    #expect(early.json?.value(at: "/tickets/0/token") == nil)
    partner.clock.advance(by: .milliseconds(1))
    #expect(try partner.render(body: Partner.rendering([ticket])).status == 200)
  }
}
