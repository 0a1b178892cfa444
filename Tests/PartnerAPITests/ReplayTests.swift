import BoxOffice
import Determinism
import HTTPTypes
import JSONText
import Sandboxes
import Testing

/// Two servers with the same seed, start and frozen clock answer the same requests with the same bytes.
@Suite struct ReplayTests {
  /// A long session with errors, deletes, refreshes and a void; every answer of it.
  private func session(_ partner: Partner) throws -> [ServedAnswer] {
    var answers: [ServedAnswer] = []
    func note(_ answer: ServedAnswer) -> ServedAnswer {
      answers.append(answer)
      return answer
    }
    _ = note(try partner.send(.get, "/partners/v1/events"))
    for (round, event) in [
      EventID.phoenix, EventID.losAngeles, EventID.toronto, EventID.generalAdmission, EventID.base64,
      EventID.secureBarcode, EventID.paper, EventID.delayed, EventID.stadium,
    ].enumerated() {
      _ = note(try partner.availability(event))
      let dropped = note(try partner.reserve(event, quantity: "2"))
      let id = try dropped.string("/cart_id").map { ["=": "%3D", "/": "%2F", "+": "%2B"][$0] ?? String($0) }.joined()
      _ = note(try partner.send(.get, "/partners/v1/events/\(event)/cart/shipping?cart_id=\(id)"))
      _ = note(
        try partner.send(
          .put, "/partners/v1/events/\(event)/cart/shipping?cart_id=\(id)", body: #"{"shipping_id":"4"}"#))
      _ = note(try partner.send(.delete, "/partners/v1/events/\(event)/cart?cart_id=\(id)"))
      let cart = try partner.hold(event, quantity: 1 + round % 3)
      answers.append(cart.answer)
      _ = note(try partner.commit(event, cart: cart.id))
      _ = note(try partner.pay(cart))
      let order = note(try partner.commit(event, cart: cart.id))
      let token = try order.string("/order_token")
      let opened = note(try partner.open(token: token))
      _ = note(try partner.send(.get, "/partners/v1/orders?order_token=\(token)"))
      for device in ["device-1", "device-2", "device-1"] {
        _ = note(try partner.render(body: Partner.rendering([Partner.ticket(opened)], id: device)))
      }
      _ = note(try partner.pay(cart))
      if round % 4 == 0 {
        let wasFound = partner.sandbox.withState { $0.boxOffice.void(.token(token)) }
        #expect(wasFound)
        _ = note(try partner.open(token: token))
      }
    }
    return answers
  }

  private func facts(_ answers: [ServedAnswer]) -> [String] {
    answers.map { answer in
      let fields = answer.fields.map { "\($0.name): \($0.value)" }.sorted().joined(separator: "\n")
      return "\(answer.status)\n\(fields)\n\(answer.text)"
    }
  }

  @Test func sameSeedSameBytes() throws {
    let first = try facts(session(Partner(rate: 0)))
    let second = try facts(session(Partner(rate: 0)))
    #expect(first.count > 120)
    for (left, right) in zip(first, second) where left != right {
      Issue.record("\(left.prefix(300)) differs from \(right.prefix(300))")
    }
    #expect(first.count == second.count)
  }

  /// Real time may run as it likes while the sandbox's clock is frozen.
  @Test func realTimeDoesNotMatterWhileTheClockIsFrozen() throws {
    let first = try Partner(rate: 0)
    let second = try Partner(rate: 0)
    second.clock.advance(by: .span(days: 400, milliseconds: 7))
    #expect(try facts(session(first)) == facts(session(second)))
  }

  /// Another key's requests in between change nothing.
  @Test func otherKeysDoNotMatter() throws {
    let alone = try Partner(rate: 0)
    let accompanied = try Partner(rate: 0)
    _ = try session(accompanied.with(key: "neighbour"))
    #expect(try facts(session(alone)) == facts(session(accompanied)))
  }

  @Test func otherSeedOtherIDs() throws {
    func values(seed: UInt64) throws -> [String] {
      let partner = try Partner(seed: seed, rate: 0)
      let order = try partner.buy(EventID.phoenix)
      let opened = try partner.open(token: order.token)
      let token = try EntryTokenText(opened.string("/tickets/0/secure_entry_data/token"))
      return try [
        order.cartID, order.token, opened.string("/tickets/0/barcode_id"), opened.string("/tickets/0/seat_id"),
        #require(token["t"]), #require(token["ck"]), #require(token["ek"]),
      ]
    }
    let all = try [values(seed: 1), values(seed: 2), values(seed: 3)]
    for index in all[0].indices {
      #expect(Set(all.map { $0[index] }).count == 3, "value \(index)")
    }
    #expect(try values(seed: 1) == all[0])
  }

  /// A request that is refused takes no number: the next cart is the same.
  @Test func refusedRequestsLeaveNoTraceInLaterAnswers() throws {
    let clean = try Partner(rate: 0)
    let messy = try Partner(rate: 0)
    try messy.reserve(EventID.phoenix, quantity: "99").expectError(400, 10_161)
    try messy.reserve(EventID.soldOut).expectError(400, 20_052)
    try messy.commit(EventID.phoenix, cart: "none").expectError(400, 90_003)
    let (first, second) = (try clean.hold(EventID.phoenix), try messy.hold(EventID.phoenix))
    #expect(first.answer.bytes == second.answer.bytes)
  }
}
