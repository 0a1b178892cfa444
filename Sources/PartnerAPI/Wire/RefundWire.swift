import BoxOffice
import JSONText

/// Refunds: the documents have the paths, and that a batch is a job; the bodies are WillCall's.
enum RefundWire {
  private static let source = "WillCall"
  static let orderToken = WireField(
    "order_token", .string, required: true, source: "route inventory",
    example: "\"28a67e13-7233-45a5lsGPQy0MZ3J7ZOQRjcW52NHhG083D\"")
  static let queryTable = WireTable("RefundQuery", [orderToken])
  /// Nothing is known of it but that it is an object.
  static let batchRequestTable = WireTable("RefundBatchRequest", [])

  static let orderNumber = WireField(
    "order_number", .string, required: true, source: source, example: "\"39-20827/PHX\"")
  static let id = WireField(
    "id", .string, required: true, source: source, example: "\"b5d02b52-4b21-4233-b41a-722f20467535\"")
  static let status = WireField("status", .string, required: true, source: source, example: "\"received\"")
  static let table = WireTable("Refund", [orderNumber, status])
  static let jobTable = WireTable("RefundJob", [id, status])

  static func write(_ order: Order, into writer: inout JSONWriter) {
    writer.object { body in
      body.string(orderNumber, order.number)
      body.string(status, "received")
    }
  }

  static func write(job: String, status text: String, into writer: inout JSONWriter) {
    writer.object { body in
      body.string(id, job)
      body.string(status, text)
    }
  }
}
