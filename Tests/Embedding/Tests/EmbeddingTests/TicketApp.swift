import Foundation
#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// A partner's app, as far as the story needs it: it buys two tickets and shows them.
struct TicketApp {
  let baseURL: String
  let apiKey: String
  let account = "12313131"
  let device = "0b6f0f3e-6a8e-4a43-9d0e-0a6f5f1c2d3e"

  struct Refusal: Error {
    let status: Int
    let text: String
  }

  /// An opened order.
  struct Order {
    let tickets: [[String: Any]]
    let deliveryDate: String?
    var hasTokens: Bool { tickets.allSatisfy { ($0["secure_entry_data"] as? [String: Any])?["token"] is String } }
  }

  func call(
    _ method: String, _ path: String, _ body: [String: Any]? = nil, headers: [String: String] = [:]
  ) async throws -> [String: Any] {
    var request = URLRequest(url: URL(string: baseURL + path)!)
    request.httpMethod = method
    request.setValue(apiKey, forHTTPHeaderField: "x-api-key")
    for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
    if let body {
      request.setValue("application/json", forHTTPHeaderField: "Content-Type")
      request.httpBody = try JSONSerialization.data(withJSONObject: body)
    }
    let (data, response) = try await URLSession.shared.data(for: request)
    let status = (response as? HTTPURLResponse)?.statusCode ?? 0
    guard status == 200 else { throw Refusal(status: status, text: String(decoding: data, as: UTF8.self)) }
    return try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
  }

  /// The first four calls; returns the order's token.
  func buy(_ event: String) async throws -> String {
    let path = "/partners/v1/events/\(event)"
    _ = try await call("GET", "\(path)/availability")
    let cart = try await call(
      "POST", "\(path)/cart", ["reserve": ["tickets": [["id": "000000000001", "quantity": 2]]]])
    let id = cart["cart_id"] as? String ?? ""
    let totals = (cart["cart"] as? [String: Any])?["totals"] as? [String: Any]
    let total = String(format: "%.2f", totals?["grand"] as? Double ?? 0)
    _ = try await call(
      "PUT", "\(path)/cart/payment",
      [
        "cart_id": id,
        "payment": [
          "type": "BRAINTREE", "amount": total, "third_party_account_id": account,
          "card": ["number": "fake-valid-visa-nonce", "cin": "123"],
        ],
      ])
    return try await call("PUT", "\(path)/cart", ["cart_id": id])["order_token"] as? String ?? ""
  }

  func open(_ orderToken: String) async throws -> Order {
    let order = try await call(
      "POST", "/partners/v1/orders?order_token=\(orderToken)",
      ["device_id": device, "device_type": "native", "device_os": "ios", "third_party_account_id": account])
    return Order(
      tickets: order["tickets"] as? [[String: Any]] ?? [],
      deliveryDate: (order["additional_info"] as? [String: Any])?["safetix_delivery_delay_date"] as? String)
  }

  /// Fresh tokens for all tickets of an order.
  func render(_ order: Order, event: String) async throws -> [String] {
    let tickets = order.tickets.map { ticket in
      [
        "eventId": event, "section": ticket["section"] ?? "", "row": ticket["row"] ?? "",
        "seat": ticket["seat_name"] ?? "", "barcode": ticket["barcode_id"] ?? "",
      ]
    }
    let answer = try await call(
      "POST", "/marketplace/v1/securerender",
      ["deviceId": device, "deviceType": "NATIVE", "deviceOs": "IOS", "tickets": tickets],
      headers: ["x-user-id": account])
    return (answer["tickets"] as? [[String: Any]] ?? []).compactMap { $0["token"] as? String }
  }
}
