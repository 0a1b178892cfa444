import HTTPTypes
import JSONText
import Testing

/// Structure of the answers against the structure of the documents' examples.
///
/// Each comparison lists every path that only one of the two has, with the reason.
@Suite struct DocumentedShapeTests {
  private func compare(
    _ answer: ServedAnswer, with example: String, onlyDocumented: Set<String> = [], onlyServed: Set<String> = [],
    otherKinds: Set<String> = [], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let documented = JSONShape(try JSONValue.parse(Array(example.utf8)))
    let served = JSONShape(try #require(answer.json, sourceLocation: sourceLocation))
    #expect(served.missing(from: documented) == onlyDocumented, "missing", sourceLocation: sourceLocation)
    #expect(documented.missing(from: served) == onlyServed, "added", sourceLocation: sourceLocation)
    #expect(served.differing(from: documented) == otherKinds, "other kinds", sourceLocation: sourceLocation)
  }

  @Test func availability() throws {
    try compare(
      Partner().availability(EventID.losAngeles), with: DocumentedAnswers.availability,
      // In the documents' field list, absent in their example.
      onlyServed: ["/event/onsale", "/event/offsale", "/event/eventDateTime", "/event/tickets/[]/seating"])
  }

  @Test func eventsList() throws {
    try compare(Partner().send(.get, "/partners/v1/events"), with: DocumentedAnswers.eventsList)
  }

  @Test func eventID() throws {
    try compare(
      Partner().send(.get, "/partners/v1/events/53-45243/NY1/id"), with: DocumentedEvents.eventID)
  }

  @Test func eventDetails() throws {
    try compare(
      Partner().send(.get, "/partners/v1/events/\(EventID.toronto)"), with: DocumentedEvents.details,
      // No event of the catalogue has a presale.
      onlyDocumented: [
        "/event/presales/[]", "/event/presales/[]/format", "/event/presales/[]/label", "/event/presales/[]/value",
      ])
  }

  @Test func captcha() throws {
    try compare(
      Partner().send(
        .get, "/partners/v1/captcha?event_id=\(EventID.captcha)", headers: ["Accept": "application/json"]),
      with: DocumentedEvents.captcha)
  }

  @Test func unredeemedOrders() throws {
    let partner = try Partner()
    _ = try partner.buy(EventID.phoenix)
    try compare(
      partner.send(.get, "/partners/v1/orders/unredeemed?days_from_purchase=1"), with: DocumentedEvents.unredeemed)
  }

  @Test func polling() throws {
    let body = #"{"reserve":{"tickets":[{"id":"000000000001"}]}}"#
    try compare(
      Partner().send(
        .post, "/partners/v1/events/\(EventID.phoenix)/cart", headers: ["X-TM-FORCE-POLLING": "true"], body: body),
      with: DocumentedEvents.polling)
  }

  @Test func reserve() throws {
    try compare(
      Partner().reserve(EventID.club, body: DocumentedRequests.reserve), with: DocumentedAnswers.reserve,
      // The example of 2018 prints ticket items only, and those without what the SafeTix page has added since.
      onlyServed: [
        "/cart/items/[]/type", "/cart/items/[]/id", "/cart/items/[]/areas", "/cart/items/[]/areas/[]",
        "/cart/items/[]/areas/[]/description", "/cart/items/[]/areas/[]/id", "/cart/items/[]/ga",
        "/cart/items/[]/is_ga", "/cart/items/[]/x-num", "/cart/items/[]/tickets/[]/inventory_type",
        "/cart/items/[]/carrier", "/cart/items/[]/service_level", "/cart/items/[]/description",
        "/cart/items/[]/description/long", "/cart/items/[]/description/short", "/cart/items/[]/description/eta",
        "/cart/items/[]/requires_address", "/cart/totals/currency_code",
      ])
  }

  @Test func billing() throws {
    let partner = try Partner()
    try compare(partner.pay(partner.hold(EventID.phoenix)), with: DocumentedAnswers.billing)
  }

  @Test func shippingOptions() throws {
    let partner = try Partner()
    let cart = try partner.hold(EventID.chicago)
    let answer = try partner.send(
      .get, "/partners/v1/events/\(EventID.chicago)/cart/shipping?cart_id=\(cart.id)")
    try compare(answer, with: DocumentedAnswers.shippingOptions)
    let documented = try JSONValue.parse(Array(DocumentedAnswers.shippingOptions.utf8))
    #expect(try answer.value("").semanticallyEquals(documented), "the four options are the documents'")
  }

  @Test func commit() throws {
    let partner = try Partner()
    let cart = try partner.hold(EventID.phoenix)
    #expect(try partner.pay(cart).status == 200)
    try compare(
      partner.commit(EventID.phoenix, cart: cart.id), with: DocumentedAnswers.commit,
      // In the documents' field list, absent in their example.
      onlyServed: ["/currency_code"])
  }

  @Test func openedOrderWithoutDelay() throws {
    let partner = try Partner()
    let answer = try partner.open(
      token: "d2999e02-4936-41d2-zhNgdH2B7xGuuv50sAJsrJZCMY",
      body: Partner.device(id: "12345", type: "NATIVE", os: "IOS"))
    try compare(
      answer, with: DocumentedOrders.delayOff,
      // The example prints a delay date although delay delivery is off; prose beats examples.
      onlyDocumented: ["/additional_info", "/additional_info/safetix_delivery_delay_date"],
      // All fields of all the documents' orders are present; these are in one of the others.
      onlyServed: ["/options", "/upsells", "/tm_sends_redemption_claim_email"])
    #expect(try answer.string("/tickets/0/secure_entry_data/segment_type") == "NFC_ROTATING_SYMBOLOGY")
    #expect(try answer.bool("/nfc_capable_device"))
  }

  @Test func openedOrderWithDelay() throws {
    try compare(
      Partner().open(
        token: "28a67e13-7233-45a5lsGPQy0MZ3J7ZOQRjcW52NHhG083D", body: DocumentedRequests.orders),
      with: DocumentedOrders.delayOn, onlyServed: ["/customer_email", "/upsells"])
  }

  @Test func seededOrdersShowTheDocumentedTickets() throws {
    let partner = try Partner()
    for (token, example) in [
      ("28a67e13-7233-45a5lsGPQy0MZ3J7ZOQRjcW52NHhG083D", DocumentedOrders.delayOn),
      ("d2999e02-4936-41d2-zhNgdH2B7xGuuv50sAJsrJZCMY", DocumentedOrders.delayOff),
    ] {
      let documented = try JSONValue.parse(Array(example.utf8))
      let answer = try partner.open(token: token)
      for path in [
        "/third_party_source", "/delivery", "/tickets/0/display_id", "/tickets/0/event_host", "/tickets/0/is_ga",
        "/tickets/0/is_national_vip", "/tickets/0/order_number", "/tickets/0/portal", "/tickets/0/row",
        "/tickets/0/seat_id", "/tickets/0/seat_name", "/tickets/0/section", "/tickets/0/charges", "/tickets/0/voided",
        "/voided",
      ] {
        let expected = try #require(documented.value(at: path), "\(path)")
        #expect(try answer.value(path).semanticallyEquals(expected), "\(path)")
      }
    }
  }

  @Test func readOrder() throws {
    let partner = try Partner()
    let order = try partner.buy(EventID.phoenix)
    try compare(
      partner.send(.get, "/partners/v1/orders?order_token=\(order.token)"), with: DocumentedOrders.get,
      // The same as the opened order but for device fields and tokens.
      onlyServed: ["/options", "/third_party_source", "/tm_sends_redemption_claim_email"])
  }

  @Test func secureRender() throws {
    try compare(
      Partner().render(body: DocumentedRequests.secureRender, user: "783412345"),
      with: DocumentedAnswers.secureRender)
  }

  @Test func errorsAndFaults() throws {
    let partner = try Partner(keys: ["known"])
    let refused = try partner.sendWithoutKey(.get, "/partners/v1/events?apikey=other")
    #expect(refused.status == 401)
    #expect(refused.text == DocumentedAnswers.invalidKey)
    let invalid = try partner.with(key: "known").reserve(EventID.phoenix, body: #"{"reserve": []}"#)
    let documented = try JSONValue.parse(Array(DocumentedAnswers.error.utf8))
    #expect(invalid.bytes == documented.serialized())
  }
}
