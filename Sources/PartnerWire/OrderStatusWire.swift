package import BoxOffice
package import JSONText

/// `GET /status?token`: the documents say only that there is a redemption status; the body is WillCall's own.
package enum OrderStatusWire {
  private static let source = "WillCall"
  package static let token = WireField(
    "token", .string, required: true, about: "The order_token of an order.", source: "route inventory",
    example: "\"28a67e13-7233-45a5lsGPQy0MZ3J7ZOQRjcW52NHhG083D\"")
  package static let queryTable = WireTable("OrderStatusQuery", [token])

  package static let orderNumber = WireField(
    "order_number", .string, required: true, about: "The order's number.", source: source, example: "\"39-20827/PHX\"")
  static let redemptionStatus = WireField(
    "redemption_status", .string, required: true, about: "The redemption status.", source: source,
    example: "\"unredeemed\"")
  package static let table = WireTable("OrderStatus", [orderNumber, redemptionStatus])

  package static func write(_ order: Order, into writer: inout JSONWriter) {
    writer.object { body in
      body.string(orderNumber, order.number)
      body.string(redemptionStatus, order.isVoided ? "voided" : "unredeemed")
    }
  }
}
