import HTTPTypes
import Testing

extension ExampleReplay {
  /// Events and carts, from availability to commit.
  static let carts = [
    ExampleReplay("events-list-get-response-200") { try Partner().send(.get, "/partners/v1/events") },
    ExampleReplay("event-id-get-response-200") { try Partner().send(.get, "/partners/v1/events/53-45243/NY1/id") },
    ExampleReplay("event-details-get-response-200") {
      try Partner().send(.get, "/partners/v1/events/\(EventID.toronto)")
    },
    ExampleReplay("captcha-get-response-200") {
      try Partner().send(
        .get, "/partners/v1/captcha?event_id=\(EventID.captcha)", headers: ["Accept": "application/json"])
    },
    ExampleReplay("availability-get-response-200") { try Partner().availability(EventID.losAngeles) },
    ExampleReplay("cart-reserve-response-200", requests: "cart-reserve-request") {
      try Partner().reserve(EventID.club, body: request("cart-reserve-request"))
    },
    ExampleReplay("safetix-add-billing-response", requests: "safetix-add-billing-request") {
      let partner = try Partner()
      // The answer is about this event, the request about another cart.
      let cart = try partner.hold(EventID.phoenix)
      return try partner.pay(
        EventID.phoenix,
        body: request(
          "safetix-add-billing-request",
          ["4f215dbf-e911-498a-a51e-ca9b584c2731": cart.id, "54.41": cart.grand]))
    },
    ExampleReplay("shipping-get-response-200") {
      let partner = try Partner()
      let cart = try partner.hold(EventID.chicago)
      return try partner.send(.get, "/partners/v1/events/\(EventID.chicago)/cart/shipping?cart_id=\(cart.id)")
    },
    ExampleReplay("shipping-put-response-200", requests: "shipping-put-request") {
      let partner = try Partner()
      let cart = try partner.hold(EventID.chicago)
      return try partner.send(
        .put, "/partners/v1/events/\(EventID.chicago)/cart/shipping?cart_id=\(cart.id)",
        body: request("shipping-put-request"))
    },
    ExampleReplay("cart-commit-put-response-200", requests: "cart-commit-put-request") {
      let partner = try Partner()
      let cart = try partner.hold(EventID.phoenix)
      #expect(try partner.pay(cart).status == 200)
      return try partner.send(
        .put, "/partners/v1/events/\(EventID.phoenix)/cart",
        body: request("cart-commit-put-request", [olderCart: cart.id]))
    },
    ExampleReplay("polling-get-response") { try postponed() },
    ExampleReplay("polling-get-response-2") { try postponed() },
    ExampleReplay("errors-response") { try Partner().reserve(EventID.phoenix, body: #"{"reserve": []}"#) },
    ExampleReplay("gateway-fault-invalid-apikey") {
      try Partner(keys: ["known"]).sendWithoutKey(.get, "/partners/v1/events?apikey=other")
    },
  ]

  /// A reserve that is put off.
  private static func postponed() throws -> ServedAnswer {
    try Partner().send(
      .post, "/partners/v1/events/\(EventID.phoenix)/cart", headers: ["X-TM-FORCE-POLLING": "true"],
      body: #"{"reserve": {"tickets": [{"id": "000000000001"}]}}"#)
  }
}
