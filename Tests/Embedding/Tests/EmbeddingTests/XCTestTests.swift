import WillCall
import XCTest

/// The same from XCTest.
final class XCTestTests: XCTestCase {
  private static let event = "3F005105D843DFA3"

  func testTheThirdPaymentIsTaken() async throws {
    let server = try await WillCall.start(port: 0)
    let world = try server.sandbox(name)
    try await world.use(scenario: "payment-declined-twice")
    let app = TicketApp(baseURL: world.url, apiKey: world.key)
    for attempt in 1...2 {
      do {
        _ = try await app.buy(Self.event)
        XCTFail("payment \(attempt) was taken")
      } catch let refusal as TicketApp.Refusal {
        XCTAssertEqual(refusal.status, 400)
      }
    }
    let orderToken = try await app.buy(Self.event)
    XCTAssertFalse(orderToken.isEmpty)
    let payments = await world.requests(.cartPayment)
    XCTAssertEqual(payments.map(\.status), [400, 400, 200])
    await server.stop()
  }
}
