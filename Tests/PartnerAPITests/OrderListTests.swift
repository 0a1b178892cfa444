import HTTPTypes
import JSONText
import Testing

/// Unredeemed orders, the status of an order, and the claim link.
@Suite struct OrderListTests {
  private static let unredeemed = "/partners/v1/orders/unredeemed"
  private static let status = "/partners/v1/status"
  private static let claim = "/partners/v1/claim-link"

  private static func events(_ partner: Partner, _ query: String) throws -> [String] {
    let answer = try partner.send(.get, "\(unredeemed)?\(query)")
    try #require(answer.status == 200, "\(answer.text)")
    return try answer.elements("/data").compactMap { $0["event_id"]?.string }
  }

  @Test func freshOrderIsListedWithItsBuyer() throws {
    let partner = try Partner()
    let cart = try partner.hold(EventID.phoenix)
    #expect(try partner.pay(cart).status == 200)
    #expect(try partner.commit(EventID.phoenix, cart: cart.id, more: #", "source_account_id": "src-1""#).status == 200)
    let answer = try partner.send(.get, "\(Self.unredeemed)?days_from_purchase=0")
    #expect(try answer.elements("/data").count == 1)
    #expect(try answer.integer("/data/0/purchase_date_time") == 1_780_371_000_000)
    #expect(try answer.integer("/data/0/email_status") == 1)
    // 2026-07-17T02:30:00Z.
    #expect(try answer.integer("/data/0/event_date_time") == 1_784_255_400_000)
    #expect(try answer.string("/data/0/event_id") == EventID.phoenix)
    #expect(try answer.string("/data/0/order_source_account_id") == "src-1")
    #expect(try answer.string("/data/0/purchase_email_address") == "tom.brown@email.com")
    #expect(answer.fidelity?.hasPrefix("inferred;") == true)
  }

  /// The partner's reference is the one of the purchase, and no name of a partner; orders print the name alone.
  @Test(arguments: [#", "source_account_id": "src-1""#, "", #", "source_account_id": null"#])
  func theReferenceIsThatOfThePurchase(more: String) throws {
    let partner = try Partner()
    let cart = try partner.hold(EventID.phoenix)
    #expect(try partner.pay(cart).status == 200)
    let token = try partner.commit(EventID.phoenix, cart: cart.id, more: more).string("/order_token")
    let listed = try partner.send(.get, "\(Self.unredeemed)?days_from_purchase=0").elements("/data")
    #expect(listed.map { $0["order_source_account_id"]?.string } == [more.contains("src-1") ? "src-1" : nil])
    #expect(try partner.open(token: token).string("/third_party_source") == "WillCall")
  }

  /// The documents print no milliseconds within a second.
  @Test func instantsAreOfWholeSeconds() throws {
    let partner = try Partner()
    // The sandbox's clock begins with the first call.
    _ = try partner.availability(EventID.phoenix)
    partner.clock.advance(by: .milliseconds(1_999))
    _ = try partner.buy(EventID.phoenix)
    let answer = try partner.send(.get, "\(Self.unredeemed)?days_from_purchase=0")
    #expect(try answer.integer("/data/0/purchase_date_time") == 1_780_371_001_000)
  }

  @Test func daysAreCounted() throws {
    let partner = try Partner()
    let seeded = try Self.events(partner, "days_from_purchase=3650")
    _ = try partner.buy(EventID.phoenix)
    #expect(try Self.events(partner, "days_from_purchase=1").first == EventID.phoenix, "the newest first")
    #expect(try Self.events(partner, "days_from_purchase=3650") == [EventID.phoenix] + seeded)
    let times = try partner.send(.get, "\(Self.unredeemed)?days_from_purchase=3650").elements("/data")
      .compactMap { $0["purchase_date_time"]?.integer }
    #expect(times.count > 2 && times == times.sorted(by: >))
    partner.clock.advance(by: .span(days: 2))
    #expect(try !Self.events(partner, "days_from_purchase=1").contains(EventID.phoenix))
    #expect(try Self.events(partner, "days_from_purchase=2").contains(EventID.phoenix))
    #expect(try !Self.events(partner, "days_before_event=42").contains(EventID.phoenix))
    #expect(try Self.events(partner, "days_before_event=43").contains(EventID.phoenix))
    let both = try Self.events(partner, "days_before_event=43&days_from_purchase=1")
    #expect(!both.contains(EventID.phoenix), "both must hold")
    partner.clock.advance(by: .span(days: 60))
    #expect(try !Self.events(partner, "days_before_event=3650").contains(EventID.phoenix), "the event is over")
  }

  @Test(arguments: [
    "", "days_from_purchase=", "days_from_purchase=-1", "days_from_purchase=1.5", "days_from_purchase=x",
    "days_before_event=3651", "days_before_event=99999999999999999999", "days_from_purchase=1&days_before_event=x",
    "days_from_purchase=%2B1",
  ])
  func daysThatAreNoneAreInvalid(query: String) throws {
    let answer = try Partner().send(.get, "\(Self.unredeemed)?\(query)")
    answer.expectError(400, 10_002, "Invalid input data type")
    #expect(answer.diagnosis?.contains("days_") == true)
  }

  @Test func otherKeysOrdersAreNotListed() throws {
    let partner = try Partner()
    _ = try partner.buy(EventID.losAngeles)
    let other = partner.with(key: "partner-two")
    #expect(try !Self.events(other, "days_from_purchase=1").contains(EventID.losAngeles))
  }

  @Test func statusTellsOfRedemption() throws {
    let partner = try Partner()
    let order = try partner.buy(EventID.phoenix)
    let answer = try partner.send(.get, "\(Self.status)?token=\(order.token)")
    #expect(answer.status == 200)
    #expect(answer.fidelity?.hasPrefix("invented;") == true)
    #expect(try answer.string("/order_number") == order.number)
    #expect(try answer.string("/redemption_status") == "unredeemed")
    for query in ["", "?token="] { try partner.send(.get, Self.status + query).expectError(400, 10_002) }
    try partner.send(.get, "\(Self.status)?token=none").expectError(404, 404, "Order not found")
    try partner.with(key: "other").send(.get, "\(Self.status)?token=\(order.token)").expectError(404, 404)
  }

  @Test func claimLinkLeadsToTheOrder() throws {
    let partner = try Partner()
    let order = try partner.buy(EventID.losAngeles)
    for event in [EventID.losAngeles, EventID.losAngelesUniversal] {
      let answer = try partner.send(.get, "\(Self.claim)?cart_id=\(order.cartID)&event_id=\(event)")
      #expect(answer.status == 200)
      #expect(answer.fidelity?.hasPrefix("invented;") == true)
      let link = try answer.string("/claim_link")
      #expect(link.hasSuffix("/redeem?token=\(order.token)"))
    }
    let held = try partner.hold(EventID.phoenix)
    for (query, status) in [
      ("", 400), ("cart_id=\(order.cartID)", 400), ("event_id=\(EventID.losAngeles)", 400),
      ("cart_id=\(order.cartID)&event_id=none", 404), ("cart_id=\(order.cartID)&event_id=\(EventID.phoenix)", 404),
      ("cart_id=\(held.id)&event_id=\(EventID.phoenix)", 404), ("cart_id=none&event_id=\(EventID.phoenix)", 404),
    ] {
      let answer = try partner.send(.get, "\(Self.claim)?\(query)")
      answer.expectError(status, status == 400 ? 10_002 : 404)
    }
    try partner.with(key: "other").send(.get, "\(Self.claim)?cart_id=\(order.cartID)&event_id=\(EventID.losAngeles)")
      .expectError(404, 404)
  }
}
