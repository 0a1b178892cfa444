import HTTPTypes
import JSONText
import Testing

/// The documents' own requests, sent as they are printed.
@Suite struct DocumentedRequestTests {
  /// A text with one value put in the place of another, which must occur.
  private func text(_ text: String, _ old: String, _ new: String) throws -> String {
    let parts = text.split(separator: old, omittingEmptySubsequences: false)
    try #require(parts.count == 2, "\(old) occurs \(parts.count - 1) times")
    return "\(parts[0])\(new)\(parts[1])"
  }

  @Test func reserveRequestHoldsTheSeatItNames() throws {
    let partner = try Partner()
    let answer = try partner.reserve(EventID.club, body: DocumentedExample("cart-reserve-request").text)
    #expect(answer.status == 200)
    #expect(try answer.string("/cart/items/0/section") == "CLB239")
    #expect(try answer.string("/cart/items/0/row") == "C")
    #expect(["17", "18"].contains(try answer.string("/cart/items/0/start_seat_number")))
    #expect(try answer.string("/cart/items/0/tickets/0/id") == "000002040006")
    #expect(try answer.number("/cart/items/0/totals/merchandise") == "50.00")
  }

  @Test func billingRequestPaysASeatOfItsEvent() throws {
    let partner = try Partner()
    let cart = try partner.hold(EventID.losAngeles)
    #expect(cart.grand == "54.41")
    let body = try text(
      DocumentedExample("safetix-add-billing-request").text, "4f215dbf-e911-498a-a51e-ca9b584c2731", cart.id)
    let answer = try partner.pay(EventID.losAngeles, body: body)
    #expect(answer.status == 200)
    #expect(try answer.string("/cart_id") == cart.id)
    #expect(try answer.number("/cart/payments/0/amount") == "54.41")
    #expect(try answer.number("/cart/totals/unpaid") == "0.00")
  }

  @Test func billingRequestWorksThroughTheUniversalID() throws {
    let partner = try Partner()
    let cart = try partner.hold(EventID.losAngelesUniversal)
    #expect(try cart.answer.string("/cart/items/0/event_id") == EventID.losAngeles)
    let body = try text(
      DocumentedExample("safetix-add-billing-request").text, "4f215dbf-e911-498a-a51e-ca9b584c2731", cart.id)
    #expect(try partner.pay(EventID.losAngeles, body: body).status == 200)
  }

  /// The order of members does not matter; every number must stand as it is printed.
  ///
  /// `x_num` alone is more than the page prints: other documents spell `x-num` so.
  @Test func billingAnswerOfTheDocumentedSeatIsTheDocumentedAnswer() throws {
    let partner = try Partner()
    let cart = try partner.hold(
      EventID.phoenix,
      more: #""section": "BALC2L", "row": "B", "begin_seat": 13, "end_seat": 13, "accept_best_available": false"#)
    let answer = try partner.pay(cart)
    #expect(answer.status == 200)
    let documented = try DocumentedExample("safetix-add-billing-response").json
    let expected = try #require(documented["cart"])
    let parts = try answer.value("/cart").text.split(separator: #""x_num":28,"#)
    #expect(parts.count == 2)
    let found = try JSONValue.parse(Array(parts.joined().utf8))
    #expect(found.semanticallyEquals(expected), "\(found.text)")
    #expect(found.serialized().count == expected.serialized().count, "every number is written as in the documents")
  }

  @Test(arguments: [
    ("28a67e13-7233-45a5lsGPQy0MZ3J7ZOQRjcW52NHhG083D", "39-20827/PHX", "1212121212121212"),
    ("d2999e02-4936-41d2-zhNgdH2B7xGuuv50sAJsrJZCMY", "39-20804/PHX", "0118856698865396"),
  ])
  func ordersRequestOpensTheSeededOrders(token: String, number: String, barcode: String) throws {
    let partner = try Partner()
    let answer = try partner.open(token: token, body: DocumentedExample("safetix-orders-post-request").text)
    #expect(answer.status == 200)
    #expect(try answer.string("/tickets/0/order_number") == number)
    #expect(try answer.string("/tickets/0/display_id") == number)
    #expect(try answer.string("/tickets/0/barcode_id") == barcode)
    #expect(try answer.string("/device_id") == "12345")
    #expect(try answer.string("/device_type") == "web")
    #expect(try answer.string("/device_os") == "android")
    #expect(try answer.string("/third_party_account_id") == "12313131")
    #expect(try answer.bool("/nfc_capable_device") == false)
    #expect(try answer.string("/tickets/0/secure_entry_data/segment_type") == "ROTATING_SYMBOLOGY")
    #expect(try answer.string("/tickets/0/secure_entry_data/render_type") == "rotating_symbology")
  }

  @Test func secureRenderRequestRendersBothTickets() throws {
    let partner = try Partner()
    let answer = try partner.render(body: DocumentedExample("safetix-securerender-request").text, user: "783412345")
    #expect(answer.status == 200)
    #expect(try answer.elements("/tickets").count == 2)
    #expect(try answer.bool("/nfcCapableDevice"))
    for (index, barcode) in ["964537283421", "963267823784"].enumerated() {
      #expect(try answer.string("/tickets/\(index)/barcode") == barcode)
      let token = try EntryTokenText(answer.string("/tickets/\(index)/token"))
      #expect(token["b"] == barcode)
      #expect(try answer.string("/tickets/\(index)/renderType") == "rotating_symbology")
    }
    #expect(answer.diagnosis == nil)
    #expect(answer.fidelity == nil)
  }

  @Test func secureRenderRequestWithoutARowIsAnsweredWordForWord() throws {
    let partner = try Partner()
    let body = """
      {"deviceId": "68753A11-1234-1226-9D60-0050E4C000000", "deviceType": "NATIVE", "deviceOs": "IOS",
       "userAgent": "Mozilla/5.0",
       "tickets": [{"eventId": "3F005237E5CB39EA", "section": "G", "seat": "1", "barcode": "964537283421"}]}
      """
    let answer = try partner.render(body: body, user: "783412345")
    #expect(answer.status == 400)
    let documented = try DocumentedExample("safetix-securerender-response-400").json
    #expect(answer.bytes == documented.serialized(), "\(answer.text)")
    #expect(answer.fidelity == "documented; see=securerender/missing.row.attribute")
  }

  @Test func commitAndShippingRequestsWork() throws {
    let partner = try Partner()
    let cart = try partner.hold(EventID.chicago)
    let shipping = try partner.send(
      .put, "/partners/v1/events/\(EventID.chicago)/cart/shipping?cart_id=\(cart.id)",
      body: DocumentedExample("shipping-put-request").text)
    #expect(shipping.status == 200)
    #expect(try shipping.number("/cart/totals/delivery") == "2.50")
    let grand = try shipping.number("/cart/totals/grand")
    #expect(
      try partner.pay(EventID.chicago, body: Partner.billing(cart: cart.id, amount: grand)).status == 200)
    let body = try text(
      DocumentedExample("cart-commit-put-request").text,
      "bzJVZURoNit1UkhQQ25pcE5KSHh1K09SVE9lQ0k2RktwSEZFdnAwTlNJYS82ZE5WWldiREtSTQo=", cart.id)
    let answer = try partner.send(.put, "/partners/v1/events/\(EventID.chicago)/cart", body: body)
    #expect(answer.status == 200)
    #expect(try answer.number("/grand_total") == grand)
  }

  /// It was documented with an amount of 69.00 for a cart whose total nobody knows.
  @Test func walletRequestPays() throws {
    let partner = try Partner()
    let cart = try partner.hold(EventID.paper)
    let request = try text(
      DocumentedExample("payment-put-request-3").text, "3d7e57b4-7030-4600-9725-bfa62f44a9d6", cart.id)
    let body = try text(request, "69.00", cart.grand)
    let answer = try partner.pay(EventID.paper, body: body)
    #expect(answer.status == 200, "\(answer.text) \(answer.diagnosis ?? "")")
    #expect(try answer.string("/cart/payments/0/type") == "CC")
    #expect(try answer.string("/cart/payments/0/card/number").hasPrefix(String(repeating: "*", count: 18)))
  }
}
