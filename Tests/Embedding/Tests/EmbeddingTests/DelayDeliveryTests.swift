import Testing
import WillCall

/// The story of delay delivery, told by Swift Testing in a package outside.
@Suite struct DelayDeliveryTests {
  private static let event = "3F00DE1A00000001"

  @Test func theTokenComesThreeDaysAfterTheOrder() async throws {
    let server = try await WillCall.start(port: 0)
    let world = try server.sandbox("delay-delivery")
    let app = TicketApp(baseURL: world.url, apiKey: world.key)

    let orderToken = try await app.buy(Self.event)
    let early = try await app.open(orderToken)
    #expect(early.tickets.count == 2)
    #expect(!early.hasTokens)
    #expect(early.deliveryDate != nil)

    let change = try await world.advance("P3D")
    #expect(change.deliverableOrderCount == 1)

    let late = try await app.open(orderToken)
    #expect(late.hasTokens)
    let tokens = try await app.render(late, event: Self.event)
    #expect(tokens.count == 2)

    try await world.verify(.ordersOpen, .exactly(2), account: app.account)
    try await world.verify(.secureRender, .exactly(1))
    let report = await world.report()
    #expect(report.report.verdict == .ready, "\(report.text(.text))")
    await server.stop()
  }

  @Test func aRefusedPaymentIsTriedAgain() async throws {
    let server = try await WillCall.start(port: 0)
    let world = try server.sandbox("declined")
    try await world.fail(next: .cartPayment, with: .error("payment-not-accepted"))
    let app = TicketApp(baseURL: world.url, apiKey: world.key)
    await #expect(throws: TicketApp.Refusal.self) { try await app.buy(Self.event) }
    let orderToken = try await app.buy(Self.event)
    #expect(try await app.open(orderToken).tickets.count == 2)
    await server.stop()
  }

  @Test func twentyServersRunSideBySide() async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for days in 1...20 {
        group.addTask {
          let server = try await WillCall.start(port: 0)
          let world = try server.sandbox("side-by-side")
          let app = TicketApp(baseURL: world.url, apiKey: world.key)
          let orderToken = try await app.buy(Self.event)
          try await world.advance("P\(days)D")
          // The date is that of the third day at midnight, wherever in its first day the order was.
          let isDelivered = try await app.open(orderToken).hasTokens
          #expect(isDelivered == (days >= 3), "after \(days) days")
          await server.stop()
        }
      }
      try await group.waitForAll()
    }
  }
}
