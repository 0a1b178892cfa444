import Determinism
import EventCatalogue
import HeapModule
import Testing

@testable import BoxOffice

/// The list of holds is bounded by the carts that are live, whatever clients do while the clock stands still.
@Suite struct HoldTests {
  private static let now = Instant(secondsSinceEpoch: 1_780_371_000)
  private static let bound = 1_001

  private func reserve(_ office: inout BoxOffice, _ event: Event) throws -> Cart {
    try office.reserve(
      ReserveRequest(tickets: [ReserveRequest.Tickets(type: "000000000001")]), event: event, now: Self.now)
  }

  @Test func cartsThatWereGivenBackLeaveNothing() throws {
    var office = BoxOffice(catalogue: try CatalogueBundle.catalogue(), seed: 1, startedAt: Self.now)
    let event = try office.event("3F00B16000000008")
    let kept = try (1...10).map { _ in try reserve(&office, event) }
    for _ in 1...5_000 {
      let cart = try reserve(&office, event)
      try office.delete(cartID: cart.id, event: event, now: Self.now)
    }
    #expect(office.holds.count <= 2 * kept.count + Self.bound)
    #expect(office.liveCartCount == kept.count)
    office.settle(now: Self.now + .seconds(299))
    #expect(office.liveCartCount == kept.count)
    office.settle(now: Self.now + .seconds(300))
    #expect(office.liveCartCount == 0)
    #expect(office.holds.isEmpty)
  }

  @Test func payingAgainAndAgainLeavesNothing() throws {
    var office = BoxOffice(catalogue: try CatalogueBundle.catalogue(), seed: 1, startedAt: Self.now)
    let event = try office.event("3F00BA2C00000002")
    let cart = try reserve(&office, event)
    for _ in 1...3_000 {
      _ = try office.pay(
        PaymentInstrument(kind: .braintree, number: "fake-valid-nonce"), amount: cart.totals.grand, account: nil,
        email: nil, cartID: cart.id, event: event, now: Self.now)
    }
    #expect(office.holds.count == 2, "the hold and the longer one")
    office.settle(now: Self.now + .seconds(443))
    #expect(office.liveCartCount == 1)
    office.settle(now: Self.now + .seconds(444))
    #expect(office.liveCartCount == 0)
  }
}
