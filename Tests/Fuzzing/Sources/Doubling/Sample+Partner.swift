import JSONText

/// The Partner API, an operation or more each.
extension Sample {
  static let event = "3F005105D843DFA3"
  static let partners = "/partners/v1"
  static let path = "\(partners)/events/\(event)"

  static let partner: [Sample] = [
    Sample("GET", "\(partners)/events?apikey=k&domain=a&limit=2", headers: ["Accept": "application/json;q=0.5, */*"]),
    Sample("GET", "\(partners)/events/53-45243/NY1/id?apikey=k"),
    Sample("GET", "\(path)?apikey=k", headers: ["Origin": "http://localhost:3000", "Cookie": "a=b"]),
    Sample("GET", "\(partners)/tracking?apikey=k&event_id=\(event)"),
    Sample("GET", "\(partners)/captcha?apikey=k&event_id=3F00C4A700000009", headers: ["Accept": "text/html, a/b"]),
    Sample("GET", "\(path)/availability?apikey=k"),
    Sample(
      "OPTIONS", "\(path)/cart",
      headers: [
        "Origin": "http://localhost:3000", "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "content-type, x-user-id",
      ]),
    Sample("GET", "/partners/v1/no/such/path?apikey=k"),
    Sample("reserve") { _ in Message("POST", "\(path)/cart?apikey=k", reserve) },
    Sample("reserve, places") { _ in
      Message(
        "POST", "\(path)/cart?apikey=k",
        #"{"reserve":{"tickets":[{"id":"000000000001"}],"places":["INGEEMRQHE5E2ORRG4"],"areas":[{"id":2}]}}"#)
    },
    Sample("reserve under rules") { world in
      world.step(Message("POST", "/__willcall/faults?apikey=k", SampleText.fault))
      return Message("POST", "\(path)/cart?apikey=k", reserve, headers: ["X-Demo": "2"])
    },
    Sample("reserve under a scenario") { _ in
      Message("POST", "\(path)/cart?apikey=k", reserve, headers: ["X-Willcall-Scenario": "polling"])
    },
    Sample("payment") { world in
      Message("PUT", "\(path)/cart/payment?apikey=k", payment(hold(world)), headers: ["X-TM-FORCE-POLLING": "true"])
    },
    Sample("payment, encrypted") { world in
      Message("PUT", "\(path)/cart/payment?apikey=k", SampleText.encrypted(cart: hold(world).id))
    },
    Sample("payment, POST") { world in Message("POST", "\(path)/cart/payment?apikey=k", payment(hold(world))) },
    Sample("payment, old") { world in Message("PUT", "\(partners)/cart/payment?apikey=k", payment(hold(world))) },
    Sample("shipping list") { world in Message("GET", "\(path)/cart/shipping?apikey=k&cart_id=\(hold(world).id)") },
    Sample("shipping") { world in
      Message("PUT", "\(path)/cart/shipping?apikey=k&cart_id=\(hold(world).id)", #"{"shipping_id":"1"}"#)
    },
    Sample("commit") { world in
      let cart = hold(world)
      world.step(Message("PUT", "\(path)/cart/payment?apikey=k", payment(cart)))
      return Message("PUT", "\(path)/cart?apikey=k", SampleText.commit(cart: cart.id))
    },
    Sample("delete") { world in Message("DELETE", "\(path)/cart?apikey=k&cart_id=\(hold(world).id)") },
    Sample("certificate") { _ in Message("GET", "\(partners)/certificate?apikey=k") },
    Sample("wallet token") { _ in Message("POST", "/wallet/v1/token?apikey=k", SampleText.wallet) },
    Sample("member billing") { _ in
      Message(
        "POST", "\(partners)/member/billing?apikey=k", SampleText.billing, headers: ["Authorization": "Bearer jon"])
    },
    Sample("member billing list") { _ in
      Message("GET", "\(partners)/member/billing?apikey=k", headers: ["Authorization": "Bearer jon"])
    },
    Sample("order") { _ in Message("GET", "\(partners)/orders?apikey=k&order_number=39-20827/PHX&order_token=x") },
    Sample("order, open") { _ in
      Message("POST", "\(partners)/orders?apikey=k&order_number=39-20804/PHX", SampleText.device)
    },
    Sample("unredeemed") { _ in
      Message(
        "GET",
        "\(partners)/orders/unredeemed?apikey=k&start_date=2026-01-01&end_date=2027-01-01&third_party_account_id=1")
    },
    Sample("status") { _ in Message("GET", "\(partners)/status?apikey=k&order_number=39-20804/PHX") },
    Sample("claim link") { _ in Message("GET", "\(partners)/claim-link?apikey=k&order_number=39-20804/PHX") },
    Sample("refund") { _ in Message("POST", "\(partners)/refund?apikey=k&order_token=x", #"{"a":["b"]}"#) },
    Sample("refund, batch") { _ in
      Message("PUT", "\(partners)/refund?apikey=k", #"{"orders":[{"order_token":"x","reason":"y"}]}"#)
    },
    Sample("refund, status") { _ in Message("GET", "\(partners)/refund/b5d02b52?apikey=k") },
    Sample("polling") { _ in Message("GET", "\(partners)/polling-status?token=abc&apikey=k") },
    Sample("polling, old") { _ in Message("GET", "\(partners)/polling/cart/reserve/abc?apikey=k") },
    Sample("secure render") { _ in
      Message("POST", "/marketplace/v1/securerender?apikey=k", SampleText.rendering, headers: ["x-user-id": "12313131"])
    },
    Sample("config") { _ in Message("GET", "/safetix/configuration/v1/config?apikey=k") },
    Sample("redemption") { _ in Message("GET", "/redeem?token=abc") },
  ]

  private static let reserve = """
    {"token":"x","reserve":{"tickets":[{"id":"000000000001","quantity":1,"price":{"id":1,"amount":50.0}}],
     "areas":[{"id":2}],"section":"BALC2L","row":"B","begin_seat":13,"end_seat":13,"accept_best_available":false}}
    """

  /// Holds two tickets, and tells the cart and what it costs.
  static func hold(_ world: World, event: String = event) -> (id: String, due: String) {
    let answer = world.step(
      Message(
        "POST", "\(partners)/events/\(event)/cart?apikey=k",
        #"{"reserve":{"tickets":[{"id":"000000000001","quantity":2}]}}"#))
    return (answer["cart_id"]?.string ?? "", answer.value(at: "/cart/totals/grand")?.text ?? "")
  }

  static func payment(_ cart: (id: String, due: String)) -> String { SampleText.payment(cart.id, due: cart.due) }
}
