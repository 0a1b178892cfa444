import HTTPTypes
import JSONText
import Testing

/// Ways of delivery and what they do to totals and payments.
@Suite struct ShippingTests {
  private static let event = EventID.chicago

  private func path(_ cart: Partner.HeldCart) -> String {
    "/partners/v1/events/\(cart.event)/cart/shipping?cart_id=\(cart.id)"
  }

  private func choose(_ option: String, _ cart: Partner.HeldCart, _ partner: Partner) throws -> ServedAnswer {
    try partner.send(.put, path(cart), body: #"{"shipping_id":"\#(option)"}"#)
  }

  @Test func fourOptionsAreListedAndNothingChanges() throws {
    let partner = try Partner()
    let cart = try partner.hold(Self.event)
    let before = try WorldSnapshot(partner, event: Self.event, cart: cart.id)
    let answer = try partner.send(.get, path(cart))
    #expect(answer.status == 200)
    #expect(try answer.elements("/shipping_options").compactMap { $0["id"]?.string } == ["1", "2", "3", "4"])
    #expect(try WorldSnapshot(partner, event: Self.event, cart: cart.id) == before)
  }

  @Test func currencyIsTheEvents() throws {
    let partner = try Partner()
    let cart = try partner.hold(EventID.toronto)
    let answer = try partner.send(.get, path(cart))
    #expect(
      try answer.elements("/shipping_options").allSatisfy {
        $0.value(at: "/totals/currency_code")?.stringEquals("CAD") == true
      })
  }

  @Test(arguments: [
    ("1", "TICKETMASTER", "ETICKET", false, 0), ("2", "USPS", "MAIL", true, 50), ("3", "USPS", "AIRMAIL", true, 50),
    ("4", "TICKETMASTER", "WILLCALL", false, 250),
  ])
  func optionIsChosen(id: String, carrier: String, level: String, needsAddress: Bool, fee: Int) throws {
    let partner = try Partner()
    let cart = try partner.hold(Self.event)
    let answer = try choose(id, cart, partner)
    #expect(answer.status == 200)
    let item = try #require(
      answer.elements("/cart/items").first { $0["type"]?.stringEquals("delivery") == true })
    #expect(item["carrier"]?.string == carrier)
    #expect(item["service_level"]?.string == level)
    #expect(item["requires_address"]?.bool == needsAddress)
    #expect(try item.value(at: "/totals/grand")?.hundredths() == fee)
    #expect(try answer.value("/cart/totals/delivery").hundredths() == fee)
    let before = try cart.answer.value("/cart/totals/grand").hundredths()
    #expect(try answer.value("/cart/totals/grand").hundredths() == before + fee)
    #expect(try answer.value("/cart/totals/fee").text == cart.answer.value("/cart/totals/fee").text)
    #expect(answer.json?.value(at: "/cart/payments") == nil)
  }

  @Test(arguments: ["0", "5", "", "ETICKET", "01"])
  func unknownOptionIsRefused(id: String) throws {
    let partner = try Partner()
    let cart = try partner.hold(Self.event)
    #expect(try partner.pay(cart).status == 200)
    let before = try WorldSnapshot(partner, event: Self.event, cart: cart.id)
    try choose(id, cart, partner).expectError(400, 10_104, "Invalid Delivery Method ID")
    #expect(try WorldSnapshot(partner, event: Self.event, cart: cart.id) == before)
  }

  @Test func changedTotalDropsThePayment() throws {
    let partner = try Partner()
    let cart = try partner.hold(Self.event)
    #expect(try partner.pay(cart).status == 200)
    let answer = try choose("4", cart, partner)
    #expect(answer.status == 200)
    #expect(try answer.elements("/cart/payments").isEmpty)
    #expect(try answer.number("/cart/totals/unpaid") == answer.number("/cart/totals/grand"))
    #expect(answer.diagnosis?.isEmpty == false, "the client must learn of it")
    #expect(answer.fidelity != nil)
    let early = try partner.commit(Self.event, cart: cart.id)
    early.expectError(400, 20_122, "Payment Not Accepted")
    try partner.pay(cart).expectError(400, 20_122)
    let grand = try answer.number("/cart/totals/grand")
    #expect(try partner.pay(Self.event, body: Partner.billing(cart: cart.id, amount: grand)).status == 200)
    let bought = try partner.commit(Self.event, cart: cart.id)
    #expect(try bought.number("/grand_total") == grand)
  }

  @Test func sameTotalKeepsThePayment() throws {
    let partner = try Partner()
    let cart = try partner.hold(Self.event)
    let mail = try choose("2", cart, partner)
    let grand = try mail.number("/cart/totals/grand")
    #expect(try partner.pay(Self.event, body: Partner.billing(cart: cart.id, amount: grand)).status == 200)
    let airmail = try choose("3", cart, partner)
    #expect(try airmail.elements("/cart/payments").count == 1)
    #expect(try airmail.number("/cart/totals/unpaid") == "0.00")
    #expect(airmail.diagnosis == nil)
    #expect(try partner.commit(Self.event, cart: cart.id).status == 200)
  }

  @Test func shippingIsNeverRequired() throws {
    let order = try Partner().buy(Self.event)
    #expect(order.number.hasSuffix("/CHI"))
  }

  @Test func deliveryOfOrdersIsTheOneChosenUnlessSafeTix() throws {
    let partner = try Partner()
    for (event, carrier, level) in [(EventID.paper, "USPS", "MAIL"), (EventID.chicago, "USPS", "SAFETIX")] {
      let cart = try partner.hold(event)
      let grand = try choose("2", cart, partner).number("/cart/totals/grand")
      #expect(try partner.pay(event, body: Partner.billing(cart: cart.id, amount: grand)).status == 200)
      let token = try partner.commit(event, cart: cart.id).string("/order_token")
      let order = try partner.open(token: token)
      #expect(try order.string("/delivery/carrier") == carrier)
      #expect(try order.string("/delivery/service_level") == level)
    }
  }
}
