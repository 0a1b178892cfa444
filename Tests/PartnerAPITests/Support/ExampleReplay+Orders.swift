import HTTPTypes
import Testing

extension ExampleReplay {
  /// Orders and tokens.
  static let orders = [
    ExampleReplay("orders-get-response-200") {
      let partner = try Partner()
      let order = try partner.buy(EventID.phoenix)
      return try partner.send(.get, "/partners/v1/orders?order_token=\(order.token)")
    },
    ExampleReplay("orders-unredeemed-get-response-200") {
      let partner = try Partner()
      let cart = try partner.hold(EventID.phoenix)
      _ = try partner.pay(cart)
      _ = try partner.commit(EventID.phoenix, cart: cart.id, more: #", "source_account_id": "fb63e3ede36210317e9e0f""#)
      return try partner.send(.get, "/partners/v1/orders/unredeemed?days_from_purchase=30")
    },
    ExampleReplay("safetix-orders-response-delay-on", requests: "safetix-orders-post-request") {
      try Partner().open(
        token: "28a67e13-7233-45a5lsGPQy0MZ3J7ZOQRjcW52NHhG083D", body: request("safetix-orders-post-request"))
    },
    ExampleReplay("safetix-orders-response-delay-off", requests: "safetix-orders-post-request") {
      try Partner().open(
        token: "d2999e02-4936-41d2-zhNgdH2B7xGuuv50sAJsrJZCMY",
        body: request("safetix-orders-post-request", ["web": "NATIVE", "android": "IOS"]))
    },
    ExampleReplay("safetix-securerender-response-200", requests: "safetix-securerender-request") {
      try Partner().render(body: request("safetix-securerender-request"), user: "783412345")
    },
    ExampleReplay("safetix-securerender-response-400") {
      try Partner().render(
        body: """
          {"deviceId": "68753A11-1234-1226-9D60-0050E4C000000", "deviceType": "NATIVE", "deviceOs": "IOS",
           "tickets": [{"eventId": "3F005237E5CB39EA", "section": "G", "seat": "1", "barcode": "964537283421"}]}
          """, user: "783412345")
    },
  ]
}
