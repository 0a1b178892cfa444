import HTTPTypes
import PartnerAPI
import Testing

/// Prefixes, unknown paths, wrong verbs, OPTIONS, CORS and HEAD.
@Suite struct RouteTests {
  private static let allowed: [(path: String, methods: Set<String>)] = [
    ("/partners/v1/events", ["GET", "HEAD"]),
    ("/partners/v1/events/\(EventID.phoenix)/availability", ["GET", "HEAD"]),
    ("/partners/v1/events/\(EventID.phoenix)/cart", ["POST", "PUT", "DELETE"]),
    ("/partners/v1/events/\(EventID.phoenix)/cart/shipping", ["GET", "HEAD", "PUT"]),
    ("/partners/v1/events/\(EventID.phoenix)/cart/payment", ["PUT", "POST"]),
    ("/partners/v1/orders", ["GET", "HEAD", "POST"]),
    ("/partners/v1/certificate", ["GET", "HEAD"]),
    ("/partners/v1/member/billing", ["GET", "HEAD", "POST"]),
    ("/wallet/v1/token", ["POST"]),
    ("/marketplace/v1/securerender", ["POST"]),
    ("/partners/v1/events/ECAPI1/PHX/id", ["GET", "HEAD"]),
    ("/partners/v1/events/\(EventID.phoenix)", ["GET", "HEAD"]),
    ("/partners/v1/event/\(EventID.phoenix)", ["GET", "HEAD"]),
    ("/partners/v1/events/code/ECAPI1/PHX", ["GET", "HEAD"]),
    ("/partners/v1/events/\(EventID.phoenix)/cart/tickets", ["PUT"]),
    ("/partners/v1/cart", ["PUT", "DELETE"]),
    ("/partners/v1/cart/payment", ["PUT"]),
    ("/partners/v1/tracking", ["GET", "HEAD"]),
    ("/partners/v1/captcha", ["GET", "HEAD"]),
    ("/partners/v1/orders/unredeemed", ["GET", "HEAD"]),
    ("/partners/v1/status", ["GET", "HEAD"]),
    ("/partners/v1/claim-link", ["GET", "HEAD"]),
    ("/partners/v1/refund", ["POST", "PUT"]),
    ("/partners/v1/refund/1", ["GET", "HEAD"]),
    ("/partners/v1/polling-status", ["GET", "HEAD"]),
    ("/safetix/configuration/v1/config", ["GET", "HEAD"]),
  ]

  private static func list(_ text: String?) -> Set<String> {
    Set((text ?? "").split(separator: ",").map { String($0.drop { $0 == " " }) })
  }

  @Test(arguments: ["/partners/v1", "/partners-preprod/v1", "/partners-sandbox/v1"])
  func everyPartnerPrefixServesAWholePurchase(prefix: String) throws {
    let partner = try Partner()
    let event = "\(prefix)/events/\(EventID.phoenix)"
    #expect(try partner.send(.get, "\(prefix)/events").status == 200)
    #expect(try partner.send(.get, "\(event)/availability").status == 200)
    let cart = try partner.send(
      .post, "\(event)/cart", body: #"{"reserve":{"tickets":[{"id":"000000000001"}]}}"#)
    let id = try cart.string("/cart_id")
    #expect(try partner.send(.get, "\(event)/cart/shipping?cart_id=\(id)").status == 200)
    #expect(
      try partner.send(
        .put, "\(event)/cart/shipping?cart_id=\(id)", body: DocumentedExample("shipping-put-request").text
      ).status == 200)
    let free = try partner.send(.put, "\(event)/cart/shipping?cart_id=\(id)", body: #"{"shipping_id":"1"}"#)
    let amount = try free.number("/cart/totals/grand")
    #expect(
      try partner.send(.put, "\(event)/cart/payment", body: Partner.billing(cart: id, amount: amount)).status == 200)
    let order = try partner.send(.put, "\(event)/cart", body: #"{"cart_id":"\#(id)"}"#)
    let token = try order.string("/order_token")
    #expect(try partner.send(.get, "\(prefix)/orders?order_token=\(token)").status == 200)
    #expect(try partner.send(.post, "\(prefix)/orders?order_token=\(token)", body: Partner.device()).status == 200)
    let second = try partner.send(
      .post, "\(event)/cart", body: #"{"reserve":{"tickets":[{"id":"000000000001"}]}}"#)
    #expect(try partner.send(.delete, "\(event)/cart?cart_id=\(second.string("/cart_id"))").status == 204)
  }

  @Test(arguments: ["/partners/v1", "/partners-preprod/v1", "/partners-sandbox/v1"])
  func everyPartnerPrefixServesTheOtherCalls(prefix: String) throws {
    let partner = try Partner()
    let order = try partner.buy(EventID.phoenix)
    for path in [
      "events/ECAPI1/PHX/id", "events/\(EventID.phoenix)", "tracking?event_id=\(EventID.phoenix)",
      "captcha?event_id=\(EventID.phoenix)", "orders/unredeemed?days_from_purchase=1", "status?token=\(order.token)",
      "claim-link?cart_id=\(order.cartID)&event_id=\(EventID.phoenix)",
    ] {
      #expect(try partner.send(.get, "\(prefix)/\(path)").status == 200, "\(path)")
      let byHeader = try partner.sendWithoutKey(.get, "\(prefix)/\(path)", headers: ["x-api-key": partner.key])
      #expect(byHeader.status == 200, "\(path)")
      #expect(try partner.sendWithoutKey(.get, "\(prefix)/\(path)").status == 401, "\(path)")
    }
    #expect(try partner.send(.post, "\(prefix)/refund?order_token=\(order.token)").status == 200)
    let job = try partner.send(.put, "\(prefix)/refund", body: "{}").string("/id")
    #expect(try partner.send(.get, "\(prefix)/refund/\(job)").status == 200)
  }

  @Test(arguments: ["/marketplace/v1", "/marketplace-staging/v1"])
  func everyMarketplacePrefixRenders(prefix: String) throws {
    let answer = try Partner().send(
      .post, "\(prefix)/securerender", headers: ["x-user-id": "783412345"],
      body: DocumentedExample("safetix-securerender-request").text)
    #expect(answer.status == 200)
  }

  @Test(arguments: [
    "/", "/partners/v1", "/partners/v1/", "/partners/v2/events", "/partners/v1/events/", "/partners/v1/events.json",
    "/partners/v1/event/3F005105D843DFA3/availability", "/partners/v1/events/3F005105D843DFA3/cart/",
    "/partners/v1/events//availability", "/partners/v1/cart/abc/purchase", "/marketplace/v1/render",
    "/marketplace/v1/securerender/x", "/partners/v1/events/3F005105D843DFA3/availability&apikey=abc",
    "/partners/v1/orders/39-20827/PHX", "/PARTNERS/v1/events", "/partners/v1/cart/tickets",
  ])
  func unknownRouteIs404InTheVendorsShape(path: String) throws {
    for method in [HTTPRequest.Method.get, .post, .put, .delete] {
      let answer = try Partner().send(method, path)
      answer.expectError(404, 404)
      #expect(answer.fidelity?.hasPrefix("invented;") == true)
    }
  }

  @Test func forgottenQuestionMarkIsDiagnosed() throws {
    let answer = try Partner().sendWithoutKey(
      .get, "/partners/v1/events/\(EventID.phoenix)/availability&apikey=abc")
    #expect(answer.diagnosis?.contains("?") == true)
    #expect(answer.diagnosis?.contains("abc") == false, "the key stays out of headers")
  }

  @Test func wrongVerbIs405WithAllow() throws {
    let partner = try Partner()
    for (path, methods) in Self.allowed {
      for method in [HTTPRequest.Method.get, .post, .put, .delete, .patch] where !methods.contains(method.rawValue) {
        let answer = try partner.send(method, path, body: "{}")
        answer.expectError(405, 405)
        #expect(Self.list(answer.header("Allow")) == methods, "\(path)")
      }
    }
  }

  @Test func optionsWithoutCORSListsTheMethods() throws {
    let partner = try Partner()
    for (path, methods) in Self.allowed {
      let answer = try partner.sendWithoutKey(
        .options, path, headers: ["Origin": "https://app.example", "Access-Control-Request-Method": "PUT"])
      #expect(answer.status == 204)
      #expect(answer.bytes.isEmpty)
      #expect(Self.list(answer.header("Allow")) == methods.union(["OPTIONS"]), "\(path)")
      #expect(!answer.fields.contains { $0.name.canonicalName.hasPrefix("access-control-") })
    }
    #expect(try partner.sendWithoutKey(.options, "*").status == 204)
    #expect(try partner.sendWithoutKey(.options, "/nowhere").status == 404)
  }

  @Test(arguments: [("*", "*"), ("https://app.example", "https://app.example")])
  func preflightIsAnswered(allowed: String, echoed: String) throws {
    var configuration = PartnerConfiguration()
    configuration.cors = CORSPolicy(origins: [allowed])
    let partner = try Partner(configuration: configuration)
    let answer = try partner.sendWithoutKey(
      .options, "/marketplace/v1/securerender",
      headers: [
        "Origin": "https://app.example", "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "content-type, x-user-id",
      ])
    #expect(answer.status == 204)
    #expect(answer.header("Access-Control-Allow-Origin") == echoed)
    #expect(answer.header("Vary") == (allowed == "*" ? nil : "Origin"), "once")
    #expect(Self.list(answer.header("Access-Control-Allow-Methods")).contains("POST"))
    #expect(answer.header("Access-Control-Allow-Headers") == "content-type, x-user-id")
    let plain = try partner.sendWithoutKey(
      .get, "/partners/v1/events?apikey=abc", headers: ["Origin": "https://app.example"])
    #expect(plain.header("Access-Control-Allow-Origin") == echoed)
    #expect(plain.header("Access-Control-Expose-Headers")?.contains("X-Willcall-Diagnosis") == true)
    let failed = try partner.sendWithoutKey(
      .get, "/partners/v1/events", headers: ["Origin": "https://app.example"])
    #expect(failed.status == 401)
    #expect(failed.header("Access-Control-Allow-Origin") == echoed, "a browser must see errors too")
  }

  @Test func otherOriginsAreNotAllowed() throws {
    var configuration = PartnerConfiguration()
    configuration.cors = CORSPolicy(origins: ["https://app.example"])
    let partner = try Partner(configuration: configuration)
    for method in [HTTPRequest.Method.options, .get] {
      let answer = try partner.sendWithoutKey(
        method, "/partners/v1/events?apikey=abc",
        headers: ["Origin": "https://evil.example", "Access-Control-Request-Method": "GET"])
      #expect(answer.header("Access-Control-Allow-Origin") == nil)
      #expect(answer.header("Vary") == "Origin", "a shared cache must keep the answers apart")
    }
  }

  @Test func headIsGetWithoutChange() throws {
    let partner = try Partner()
    for path in ["/partners/v1/events", "/partners/v1/events/\(EventID.phoenix)/availability"] {
      let get = try partner.send(.get, path)
      let head = try partner.send(.head, path)
      #expect(head.status == 200)
      #expect(head.bytes == get.bytes, "the connection leaves the body out and keeps its length")
    }
    #expect(try partner.send(.head, "/marketplace/v1/securerender").status == 405)
  }

  @Test(arguments: ["/availability", "/cart/shipping?cart_id=x"])
  func unknownEventIs404WithTheEventsOfTheSandbox(path: String) throws {
    let id = "3F00FFFFFFFFFFFF"
    let parts = path.split(separator: "?")
    let query = parts.count > 1 ? "?\(parts[1])" : ""
    let answer = try Partner().send(.get, "/partners/v1/events/\(id)\(parts[0])\(query)")
    answer.expectError(404, 404)
    #expect(answer.diagnosis?.contains(id) == true)
    #expect(answer.diagnosis?.contains(EventID.phoenix) == true)
    #expect(answer.diagnosis?.contains(EventID.secureBarcode) == true)
    #expect(answer.fidelity == "invented; see=errors/event-not-found")
  }

  @Test func unknownEventOfAnyLengthStillListsTheEvents() throws {
    let id = String(repeating: "F", count: 2_000)
    let answer = try Partner().send(.get, "/partners/v1/events/\(id)/availability")
    answer.expectError(404, 404)
    #expect(answer.diagnosis?.contains(EventID.phoenix) == true)
  }
}
