import LoopbackClient
import Testing

/// Every key is a world of its own.
@Suite(.timeLimit(.minutes(5)))
struct IsolationTests {
  /// What one key has at the end.
  private struct World: Sendable {
    let orderToken: String
    let barcode: String
    let soldSeats: Set<Seat>
  }

  @Test func fiftyKeysBuyTheSameSeatAtOnce() throws {
    let server = try RunningServer()
    let endpoint = server.endpoint
    let event = SampleEvent.documented
    let worlds = try Crowd.run(50) { number in
      let partner = Partner(try HTTPConnection(to: endpoint, timeout: .seconds(30)), key: "key-\(number)")
      let before = try partner.freeSeats(event)
      let answers = try partner.buy(event, SampleEvent.documentedSeat)
      let again = try partner.reserve(event, SampleEvent.documentedSeat)
      guard again.errorCode == "20052" else { throw TestFailure("sold twice to \(partner.key): \(again.text)") }
      return World(
        orderToken: try answers[3].value("/order_token"), barcode: try answers[4].value("/tickets/0/barcode_id"),
        soldSeats: before.subtracting(try partner.freeSeats(event)))
    }
    #expect(worlds.allSatisfy { $0.soldSeats == [SampleEvent.documentedSeat] })
    #expect(Set(worlds.map(\.orderToken)).count == 50)

    let stranger = try server.partner("stranger")
    #expect(try stranger.freeSeats(event).contains(SampleEvent.documentedSeat))
    for world in worlds {
      #expect(try stranger.open(orderToken: world.orderToken).status == 404)
    }
    let own = try server.partner("key-0")
    let foreign = try own.refresh(event, SampleEvent.documentedSeat, barcode: "000000000000")
    #expect(foreign.status == 404)
    #expect(try own.refresh(event, SampleEvent.documentedSeat, barcode: worlds[0].barcode).status == 200)
  }
}
