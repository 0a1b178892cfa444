import HTTPTypes
import JSONText
import Testing

/// Refunds are acknowledged, labelled as invented, and change nothing.
@Suite struct RefundTests {
  private static let path = "/partners/v1/refund"

  @Test func refundChangesNothing() throws {
    let partner = try Partner()
    let order = try partner.buy(EventID.phoenix)
    for body in ["", "{}", #"{"reason":"cancelled"}"#] {
      let answer = try partner.send(.post, "\(Self.path)?order_token=\(order.token)", body: body)
      #expect(answer.status == 200)
      #expect(answer.fidelity?.hasPrefix("invented;") == true)
      #expect(answer.diagnosis?.contains("Nothing is refunded") == true)
      #expect(try answer.string("/order_number") == order.number)
      #expect(try answer.string("/status") == "received")
    }
    let read = try partner.send(.get, "/partners/v1/orders?order_token=\(order.token)")
    #expect(try !read.bool("/voided"))
  }

  @Test(arguments: [
    ("", "", 400), ("?order_token=", "", 400), ("?order_token=none", "", 404), ("?order_token=O", "x", 400),
    ("?order_token=O", "[]", 400), ("?order_token=O", #"{"a":1,"a":2}"#, 400),
  ])
  func wrongRefundsAreRefused(query: String, body: String, status: Int) throws {
    let partner = try Partner()
    let token = try partner.buy(EventID.phoenix).token
    let answer = try partner.send(.post, Self.path + query.replacing("=O", with: "=\(token)"), body: body)
    answer.expectError(status, status == 400 ? 10_002 : 404)
  }

  @Test func otherKeysOrderIs404() throws {
    let partner = try Partner()
    let token = try partner.buy(EventID.phoenix).token
    try partner.with(key: "other").send(.post, "\(Self.path)?order_token=\(token)").expectError(404, 404)
  }

  @Test func batchIsAJob() throws {
    let partner = try Partner()
    let first = try partner.send(.put, Self.path, body: #"{"orders":[]}"#)
    #expect(first.status == 202)
    #expect(first.fidelity?.hasPrefix("invented;") == true)
    #expect(try first.string("/status") == "received")
    let id = try first.string("/id")
    #expect(try partner.send(.put, Self.path, body: "{}").string("/id") != id)
    let job = try partner.send(.get, "\(Self.path)/\(id)")
    #expect(job.status == 200)
    #expect(try job.string("/id") == id)
    #expect(try job.string("/status") == "complete")
    try partner.send(.get, "\(Self.path)/none").expectError(404, 404, "Refund not found")
    try partner.with(key: "other").send(.get, "\(Self.path)/\(id)").expectError(404, 404)
    #expect(try Partner().send(.put, Self.path, body: "{}").string("/id") == id, "ids follow from seed and key")
  }

  @Test(arguments: ["", "x", "[]", "1"])
  func batchNeedsAnObject(body: String) throws {
    try Partner().send(.put, Self.path, body: body).expectError(400, 10_002)
  }

  @Test func oldestJobsAreForgotten() throws {
    let partner = try Partner()
    let ids = try (0..<1_002).map { _ in try partner.send(.put, Self.path, body: "{}").string("/id") }
    #expect(Set(ids).count == ids.count)
    for (place, status) in [(0, 404), (1, 404), (2, 200), (1_001, 200)] {
      #expect(try partner.send(.get, "\(Self.path)/\(ids[place])").status == status)
    }
  }
}
