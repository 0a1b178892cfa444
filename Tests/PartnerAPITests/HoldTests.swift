import BoxOffice
import Determinism
import HTTPTypes
import Sandboxes
import Testing

/// How long carts are held, and what is said of those that are gone.
@Suite struct HoldTests {
  private static let event = EventID.chicago
  private static let path = "/partners/v1/events/\(EventID.chicago)/cart"

  /// The calls that name a cart.
  enum CartCall: String, CaseIterable, Sendable {
    case listShipping, setShipping, pay, commit, delete
  }

  private func send(
    _ call: CartCall, _ cart: String, _ partner: Partner, event: String = HoldTests.event
  ) throws -> ServedAnswer {
    let path = "/partners/v1/events/\(event)/cart"
    return switch call {
    case .listShipping: try partner.send(.get, "\(path)/shipping?cart_id=\(cart)")
    case .setShipping: try partner.send(.put, "\(path)/shipping?cart_id=\(cart)", body: #"{"shipping_id":"4"}"#)
    case .pay: try partner.pay(event, body: Partner.billing(cart: cart, amount: "1.00"))
    case .commit: try partner.commit(event, cart: cart)
    case .delete: try partner.send(.delete, "\(path)?cart_id=\(cart)")
    }
  }

  /// The hold as a call that changes nothing shows it.
  private func holdTime(_ cart: Partner.HeldCart, _ partner: Partner) throws -> Int {
    try partner.send(.put, "\(Self.path)/shipping?cart_id=\(cart.id)", body: #"{"shipping_id":"1"}"#)
      .integer("/cart/hold_time")
  }

  @Test(arguments: [
    (0, 300), (1, 300), (999, 300), (1_000, 299), (1_001, 299), (150_500, 150), (299_000, 1), (299_999, 1),
  ])
  func holdCountsDownInWholeSecondsRoundedUp(milliseconds: Int, seconds: Int) throws {
    let partner = try Partner()
    let cart = try partner.hold(Self.event)
    #expect(try cart.answer.integer("/cart/hold_time") == 300)
    partner.clock.advance(by: .milliseconds(milliseconds))
    #expect(try holdTime(cart, partner) == seconds)
  }

  @Test func firstAcceptedPaymentRaisesTheHoldOnce() throws {
    let partner = try Partner()
    let cart = try partner.hold(Self.event)
    partner.clock.advance(by: .seconds(200))
    let declined = try partner.pay(
      Self.event,
      body: Partner.billing(
        cart: cart.id, amount: cart.grand, card: #"{"number": "fake-processor-declined-visa-nonce"}"#))
    declined.expectError(400, 20_122)
    #expect(try holdTime(cart, partner) == 100)
    #expect(try partner.pay(cart).integer("/cart/hold_time") == 444)
    partner.clock.advance(by: .seconds(44))
    #expect(try partner.pay(cart).integer("/cart/hold_time") == 400)
  }

  @Test func secondPaymentAfterADroppedOneDoesNotRaiseAgain() throws {
    let partner = try Partner()
    let cart = try partner.hold(Self.event)
    #expect(try partner.pay(cart).status == 200)
    partner.clock.advance(by: .seconds(100))
    let changed = try send(.setShipping, cart.id, partner)
    let grand = try changed.number("/cart/totals/grand")
    let paid = try partner.pay(Self.event, body: Partner.billing(cart: cart.id, amount: grand))
    #expect(try paid.integer("/cart/hold_time") == 344)
  }

  @Test(arguments: CartCall.allCases)
  func cartEndsAtTheVeryInstant(call: CartCall) throws {
    let partner = try Partner()
    let cart = try partner.hold(Self.event)
    partner.clock.advance(by: .milliseconds(299_999))
    #expect(try send(.listShipping, cart.id, partner).status == 200)
    partner.clock.advance(by: .milliseconds(1))
    try send(call, cart.id, partner).expectError(400, 90_003, "Invalid cart")
  }

  @Test(arguments: CartCall.allCases)
  func expiredCartIsDiagnosed(call: CartCall) throws {
    let partner = try Partner()
    let cart = try partner.hold(Self.event)
    partner.clock.advance(by: .seconds(312))
    let answer = try send(call, cart.id, partner)
    answer.expectError(400, 90_003, "Invalid cart")
    #expect(answer.diagnosis?.contains("12 s ago") == true, "\(answer.diagnosis ?? "")")
    #expect(answer.diagnosis?.contains("2026-06-02T03:35:00Z") == true)
    #expect(answer.fidelity?.hasPrefix("documented;") == true)
  }

  @Test(arguments: CartCall.allCases)
  func committedCartIsDiagnosedWithItsOrder(call: CartCall) throws {
    let partner = try Partner()
    let order = try partner.buy(Self.event)
    partner.clock.advance(by: .seconds(7))
    let answer = try send(call, order.cartID, partner)
    answer.expectError(400, 90_003)
    #expect(answer.diagnosis?.contains(order.number) == true)
    #expect(answer.diagnosis?.contains("7 s ago") == true)
  }

  @Test(arguments: CartCall.allCases)
  func deletedCartIsDiagnosed(call: CartCall) throws {
    let partner = try Partner()
    let cart = try partner.hold(Self.event)
    #expect(try send(.delete, cart.id, partner).status == 204)
    partner.clock.advance(by: .seconds(3))
    let answer = try send(call, cart.id, partner)
    answer.expectError(400, 90_003)
    #expect(answer.diagnosis?.contains("deleted 3 s ago") == true, "\(answer.diagnosis ?? "")")
  }

  @Test(arguments: CartCall.allCases)
  func cartOfAnotherEventIsDiagnosedAndUntouched(call: CartCall) throws {
    let partner = try Partner()
    let cart = try partner.hold(EventID.phoenix)
    let before = try WorldSnapshot(partner, event: EventID.phoenix, cart: cart.id)
    let answer = try send(call, cart.id, partner)
    answer.expectError(400, 90_003)
    #expect(answer.diagnosis?.contains(EventID.phoenix) == true)
    #expect(try WorldSnapshot(partner, event: EventID.phoenix, cart: cart.id) == before)
  }

  @Test(arguments: CartCall.allCases)
  func cartOfAnotherKeyIsUnknownAndUntouched(call: CartCall) throws {
    let partner = try Partner()
    let cart = try partner.hold(Self.event)
    let before = try WorldSnapshot(partner, event: Self.event, cart: cart.id)
    let other = partner.with(key: "partner-two")
    let answer = try send(call, cart.id, other)
    answer.expectError(400, 90_003)
    #expect(answer.diagnosis?.contains(cart.id) == true)
    #expect(answer.diagnosis?.contains(partner.key) == false)
    #expect(try WorldSnapshot(partner, event: Self.event, cart: cart.id) == before)
  }

  @Test(arguments: CartCall.allCases)
  func cartThatNeverWasIsUnknown(call: CartCall) throws {
    let answer = try send(call, "4f215dbf-e911-498a-a51e-ca9b584c2731", Partner())
    answer.expectError(400, 90_003, "Invalid cart")
    #expect(answer.diagnosis?.contains("4f215dbf-e911-498a-a51e-ca9b584c2731") == true)
  }

  @Test func tenThousandDeadCartsAreRemembered() throws {
    let partner = try Partner()
    let first = try partner.hold(Self.event)
    #expect(try send(.delete, first.id, partner).status == 204)
    try kill(9_999, partner)
    let remembered = try send(.pay, first.id, partner)
    remembered.expectError(400, 90_003)
    #expect(remembered.diagnosis?.contains("deleted") == true)
    try kill(1, partner)
    let forgotten = try send(.pay, first.id, partner)
    forgotten.expectError(400, 90_003)
    #expect(forgotten.diagnosis?.contains("deleted") == false)
  }

  /// Reserves and deletes, past the wire for speed.
  private func kill(_ count: Int, _ partner: Partner) throws {
    try partner.sandbox.withState { state in
      let event = try state.boxOffice.event(Self.event)
      let now = state.clock.now(realNow: partner.clock.now)
      for _ in 0..<count {
        let cart = try state.boxOffice.reserve(
          ReserveRequest(tickets: [.init(type: "000000000001")]), event: event, now: now)
        try state.boxOffice.delete(cartID: cart.id, event: event, now: now)
      }
    }
  }

  @Test func eachCartHasItsOwnHold() throws {
    let partner = try Partner()
    let first = try partner.hold(Self.event)
    partner.clock.advance(by: .seconds(100))
    let second = try partner.hold(Self.event)
    #expect(try partner.pay(first).status == 200)
    partner.clock.advance(by: .seconds(300))
    try send(.commit, second.id, partner).expectError(400, 90_003)
    #expect(try send(.commit, first.id, partner).status == 200)
  }

  @Test func cartBodiesTakeBothSpellingsOfTheID() throws {
    let partner = try Partner()
    let cart = try partner.hold(Self.event)
    let body = Partner.billing(cart: cart.id, amount: cart.grand)
    let renamed = body.split(separator: "\"cart_id\"", omittingEmptySubsequences: false).joined(separator: "\"cartId\"")
    let paid = try partner.pay(Self.event, body: renamed)
    #expect(paid.status == 200)
    #expect(try paid.string("/cart_id") == cart.id, "cart_id is what is answered")
    #expect(try partner.send(.put, Self.path, body: #"{"cartId":"\#(cart.id)"}"#).status == 200)
  }
}
