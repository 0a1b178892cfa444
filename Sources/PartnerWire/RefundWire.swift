package import BoxOffice
package import JSONText

/// Refunds: the documents give the paths and say that a batch is a job; the bodies are WillCall's own.
package enum RefundWire {
  private static let source = "WillCall"
  package static let orderToken = WireField(
    "order_token", .string, required: true, about: "The order_token of an order.", source: "route inventory",
    example: "\"28a67e13-7233-45a5lsGPQy0MZ3J7ZOQRjcW52NHhG083D\"")
  package static let queryTable = WireTable("RefundQuery", [orderToken])
  /// All that is known of the body is that it is an object.
  package static let batchRequestTable = WireTable("RefundBatchRequest", [])

  package static let orderNumber = WireField(
    "order_number", .string, required: true, about: "The order's number.", source: source, example: "\"39-20827/PHX\"")
  package static let id = WireField(
    "id", .string, required: true, about: "The id of the job.", source: source,
    example: "\"b5d02b52-4b21-4233-b41a-722f20467535\"")
  package static let status = WireField(
    "status", .string, required: true, about: "Its status.", source: source, example: "\"received\"")
  package static let table = WireTable("Refund", [orderNumber, status])
  package static let jobTable = WireTable("RefundJob", [id, status])

  package static func write(_ order: Order, into writer: inout JSONWriter) {
    writer.object { body in
      body.string(orderNumber, order.number)
      body.string(status, "received")
    }
  }

  package static func write(job: String, status text: String, into writer: inout JSONWriter) {
    writer.object { body in
      body.string(id, job)
      body.string(status, text)
    }
  }
}
