import HTTPTypes
import JSONText
import Testing

/// Billing: amounts, accounts, verbs and what answers print.
@Suite struct PaymentTests {
  private static let seat =
    #""section": "BALC2L", "row": "B", "begin_seat": 13, "end_seat": 13, "accept_best_available": false"#

  /// Pays the documented seat, whose total is 101.66.
  private func pay(
    amount: String? = "\"101.66\"", account: String? = "\"12313131\"", _ partner: Partner, cart: Partner.HeldCart
  ) throws -> ServedAnswer {
    try partner.pay(
      EventID.phoenix, body: Partner.billing(cart: cart.id, amount: amount, account: account))
  }

  @Test(arguments: ["\"101.66\"", "101.66", "101.660", "\"101.660\"", "101.6600", "\"101.66000\""])
  func amountIsTakenAsStringOrNumber(amount: String) throws {
    let partner = try Partner()
    let cart = try partner.hold(EventID.phoenix, more: Self.seat)
    let answer = try pay(amount: amount, partner, cart: cart)
    #expect(answer.status == 200)
    #expect(try answer.number("/cart/payments/0/amount") == "101.66")
    #expect(try answer.number("/cart/totals/unpaid") == "0.00")
    #expect(try answer.number("/cart/totals/grand") == "101.66")
  }

  @Test(arguments: [
    "\"101.65\"", "101.67", "101.6", "0", "0.00", "\"0\"", "-101.66", "\"-101.66\"", "101.665", "\"101.6600001\"",
    "10166", "99999999999999999999", "\"99999999999999999999.00\"", "54.41",
  ])
  func wrongAmountIsNotAccepted(amount: String) throws {
    let partner = try Partner(rate: 0)
    let cart = try partner.hold(EventID.phoenix, more: Self.seat)
    let before = try WorldSnapshot(partner, event: EventID.phoenix, cart: cart.id)
    let answer = try pay(amount: amount, partner, cart: cart)
    answer.expectError(400, 20_122, "Payment Not Accepted")
    #expect(answer.diagnosis?.contains("amount") == true)
    #expect(try WorldSnapshot(partner, event: EventID.phoenix, cart: cart.id) == before)
  }

  @Test(arguments: [
    nil, "null", "\"\"", "\"x\"", "\"101,66\"", "\"USD 101.66\"", "\" 101.66\"", "\"101.66 \"", "true", "[101.66]",
    "{\"amount\":101.66}", "\"NaN\"", "\"0x65\"",
  ])
  func amountThatIsNoNumberIsInvalid(amount: String?) throws {
    let partner = try Partner(rate: 0)
    let cart = try partner.hold(EventID.phoenix, more: Self.seat)
    let answer = try pay(amount: amount, partner, cart: cart)
    answer.expectError(400, 10_002, "Invalid input data type")
    #expect(answer.diagnosis?.contains("/payment/amount") == true)
  }

  @Test func wrongAmountIsDiagnosedWithBothSums() throws {
    let partner = try Partner()
    let cart = try partner.hold(EventID.phoenix, more: Self.seat)
    let answer = try pay(amount: "54.41", partner, cart: cart)
    #expect(answer.diagnosis?.contains("54.41") == true)
    #expect(answer.diagnosis?.contains("101.66") == true)
  }

  @Test(arguments: ["\"1\"", "\"12313131\"", "\"\(String(repeating: "a", count: 100))\""])
  func accountOfSafeTixEventIsTaken(account: String) throws {
    let partner = try Partner()
    let cart = try partner.hold(EventID.phoenix, more: Self.seat)
    #expect(try pay(account: account, partner, cart: cart).status == 200)
  }

  @Test(arguments: [nil, "null", "\"\"", "\"\(String(repeating: "a", count: 101))\"", "12313131", "true"])
  func badAccountOfSafeTixEventIsInvalid(account: String?) throws {
    for event in [EventID.phoenix, EventID.secureBarcode, EventID.delayed] {
      let partner = try Partner()
      let cart = try partner.hold(event)
      let answer = try partner.pay(
        event, body: Partner.billing(cart: cart.id, amount: cart.grand, account: account))
      answer.expectError(400, 10_002, "Invalid input data type")
      #expect(answer.diagnosis?.contains("/payment/third_party_account_id") == true)
      try partner.commit(event, cart: cart.id).expectError(400, 20_122)
    }
  }

  @Test func accountIsNotNeededWithoutSafeTix() throws {
    let partner = try Partner()
    let cart = try partner.hold(EventID.paper)
    #expect(try partner.pay(cart, account: nil).status == 200)
  }

  @Test func postIsTakenAsPut() throws {
    let partner = try Partner()
    let cart = try partner.hold(EventID.phoenix, more: Self.seat)
    let answer = try partner.pay(
      EventID.phoenix, body: Partner.billing(cart: cart.id, amount: "101.66"), method: .post)
    #expect(answer.status == 200)
    #expect(answer.fidelity?.hasPrefix("documented") == false)
    #expect(answer.diagnosis?.contains("PUT") == true)
  }

  @Test func paymentIsPrintedMasked() throws {
    let partner = try Partner()
    let cart = try partner.hold(EventID.phoenix, more: Self.seat)
    let card = #"{"number": "4111111111111111", "cin": "123", "expire_month": 7, "expire_year": 2031}"#
    let answer = try partner.pay(
      EventID.phoenix, body: Partner.billing(cart: cart.id, amount: "101.66", type: "CC", card: card))
    #expect(try answer.elements("/cart/payments").count == 1)
    #expect(try answer.integer("/cart/payments/0/id") == 1)
    #expect(try answer.string("/cart/payments/0/payment_id") == "1")
    #expect(try answer.string("/cart/payments/0/type") == "CC")
    #expect(try answer.string("/cart/payments/0/card/number") == String(repeating: "*", count: 18) + "1111")
    #expect(try answer.string("/cart/payments/0/card/issuer") == "VISA")
    #expect(try answer.integer("/cart/payments/0/card/expire_month") == 7)
    #expect(try answer.integer("/cart/payments/0/card/expire_year") == 2031)
    #expect(!answer.text.contains("4111111111111111"))
    #expect(!answer.fields.contains { $0.value.contains("4111111111111111") })
  }

  @Test func invoiceHasNoCard() throws {
    let partner = try Partner()
    let cart = try partner.hold(EventID.phoenix, more: Self.seat)
    let body = """
      {"cart_id": "\(cart.id)", "payment": {"type": "INVOICE", "reference": "4711", "amount": "101.66",
       "third_party_account_id": "12313131"}}
      """
    let answer = try partner.pay(EventID.phoenix, body: body)
    #expect(answer.status == 200)
    #expect(try answer.string("/cart/payments/0/type") == "INVOICE")
    #expect(answer.json?.value(at: "/cart/payments/0/card") == nil)
  }

  @Test func declinedPaymentLeavesTheAcceptedOne() throws {
    let partner = try Partner(rate: 0)
    let cart = try partner.hold(EventID.phoenix, more: Self.seat)
    #expect(try pay(partner, cart: cart).status == 200)
    let before = try WorldSnapshot(partner, event: EventID.phoenix, cart: cart.id)
    let declined = Partner.billing(
      cart: cart.id, amount: "101.66", account: "\"other\"",
      card: #"{"number": "fake-processor-declined-visa-nonce"}"#)
    try partner.pay(EventID.phoenix, body: declined).expectError(400, 20_122)
    try pay(amount: "1.00", partner, cart: cart).expectError(400, 20_122)
    try pay(account: nil, partner, cart: cart).expectError(400, 10_002)
    #expect(try WorldSnapshot(partner, event: EventID.phoenix, cart: cart.id) == before)
    let order = try partner.commit(EventID.phoenix, cart: cart.id)
    #expect(order.status == 200)
    #expect(try partner.open(token: order.string("/order_token")).status == 200, "billed with the first account")
  }

  @Test func secondAcceptedPaymentReplacesTheFirst() throws {
    let partner = try Partner()
    let cart = try partner.hold(EventID.phoenix, more: Self.seat)
    #expect(try pay(partner, cart: cart).status == 200)
    let second = try partner.pay(
      EventID.phoenix,
      body: Partner.billing(
        cart: cart.id, amount: "101.66", account: "\"second\"", card: #"{"number": "fake-valid-amex-nonce"}"#))
    #expect(try second.elements("/cart/payments").count == 1)
    #expect(try second.string("/cart/payments/0/card/issuer") == "AMEX")
    #expect(try second.number("/cart/totals/unpaid") == "0.00")
    let token = try partner.commit(EventID.phoenix, cart: cart.id).string("/order_token")
    try partner.open(token: token).expectError(403, 403)
    #expect(try partner.open(token: token, body: Partner.device(account: "second")).status == 200)
  }
}
