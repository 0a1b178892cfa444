import BoxOffice
import HTTPTypes
import JSONText
import PartnerAPI
import Sandboxes
import Testing

/// Each key is its own world; the number of worlds is bounded.
@Suite struct SandboxTests {
  @Test func keysNeverSeeEachOther() throws {
    let one = try Partner(key: "one", rate: 0)
    let two = one.with(key: "two")
    let untouched = try two.availability(EventID.phoenix).bytes
    let order = try one.buy(EventID.phoenix, quantity: 3)
    let cart = try one.hold(EventID.phoenix, quantity: 2)
    #expect(try two.availability(EventID.phoenix).bytes == untouched)
    for answer in [
      try two.pay(cart), try two.commit(EventID.phoenix, cart: cart.id),
      try two.send(.delete, "/partners/v1/events/\(EventID.phoenix)/cart?cart_id=\(cart.id)"),
      try two.send(.get, "/partners/v1/events/\(EventID.phoenix)/cart/shipping?cart_id=\(cart.id)"),
    ] {
      answer.expectError(400, 90_003)
    }
    try two.open(token: order.token).expectError(404, 404)
    let ticket = try Partner.ticket(one.open(token: order.token))
    #expect(try two.render(body: Partner.rendering([ticket])).status == 404)
    #expect(try one.pay(cart).status == 200, "nothing of it has reached the first world")
  }

  @Test func bothKeysGetTheSameSeatsButOtherIDs() throws {
    let one = try Partner(key: "one")
    let two = one.with(key: "two")
    let (first, second) = (try one.hold(EventID.phoenix), try two.hold(EventID.phoenix))
    #expect(try first.answer.value("/cart/items").text == second.answer.value("/cart/items").text)
    #expect(first.id != second.id)
    let (mine, theirs) = (try one.buy(EventID.phoenix), try two.buy(EventID.phoenix))
    #expect(mine.token != theirs.token)
    #expect(
      try one.open(token: mine.token).string("/tickets/0/barcode_id")
        != two.open(token: theirs.token).string("/tickets/0/barcode_id"))
  }

  @Test func everySandboxHasTheSeededOrders() throws {
    let partner = try Partner()
    for key in ["a", "b", "a much longer key with spaces", "ключ"] {
      let encoded = key.utf8.map { "%" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
      for token in ["28a67e13-7233-45a5lsGPQy0MZ3J7ZOQRjcW52NHhG083D", "d2999e02-4936-41d2-zhNgdH2B7xGuuv50sAJsrJZCMY"]
      {
        let answer = try partner.sendWithoutKey(
          .post, "/partners/v1/orders?order_token=\(token)&apikey=\(encoded)", body: Array(Partner.device().utf8))
        #expect(answer.status == 200)
      }
    }
  }

  @Test func leastRecentlyUsedIdleSandboxGoesFirst() throws {
    let a = try Partner(key: "a", limit: 3)
    let (b, c, d) = (a.with(key: "b"), a.with(key: "c"), a.with(key: "d"))
    let orders = try [a, b, c].map { try $0.buy(EventID.phoenix) }
    #expect(try a.open(token: orders[0].token).status == 200)
    _ = try d.availability(EventID.chicago)
    #expect(try a.open(token: orders[0].token).status == 200, "used since")
    #expect(try c.open(token: orders[2].token).status == 200)
    try b.open(token: orders[1].token).expectError(404, 404)
  }

  @Test func sandboxWithLiveHoldsGoesLast() throws {
    let a = try Partner(key: "a", limit: 2)
    let (b, c) = (a.with(key: "b"), a.with(key: "c"))
    let cart = try a.hold(EventID.phoenix)
    let order = try b.buy(EventID.phoenix)
    _ = try c.availability(EventID.chicago)
    #expect(try a.pay(cart).status == 200, "older, but somebody is buying there")
    try b.open(token: order.token).expectError(404, 404)
  }

  @Test func expiredHoldsDoNotProtectASandbox() throws {
    let a = try Partner(key: "a", limit: 2)
    let (b, c) = (a.with(key: "b"), a.with(key: "c"))
    let order = try a.buy(EventID.phoenix)
    _ = try a.hold(EventID.phoenix)
    _ = try b.hold(EventID.phoenix)
    a.clock.advance(by: .seconds(300))
    let later = try b.hold(EventID.phoenix)
    _ = try c.availability(EventID.chicago)
    #expect(try b.pay(later).status == 200)
    try a.open(token: order.token).expectError(404, 404)
  }

  @Test func clientIsToldThatItsSandboxWasDropped() throws {
    let a = try Partner(key: "a", limit: 1)
    let cart = try a.hold(EventID.phoenix)
    _ = try a.with(key: "b").availability(EventID.phoenix)
    let answer = try a.pay(cart)
    answer.expectError(400, 90_003)
    #expect(answer.diagnosis?.contains("dropped") == true, "\(answer.diagnosis ?? "")")
    let innocent = try Partner(key: "z").pay(EventID.phoenix, body: Partner.billing(cart: cart.id, amount: "1.00"))
    #expect(innocent.diagnosis?.contains("dropped") == false)
  }

  @Test func limitIsTenThousandUnlessSet() throws {
    #expect(try Partner().service.directory.settings.limit == 10_000)
  }

  @Test func onlyListedKeysGetASandbox() throws {
    let partner = try Partner(key: "known", keys: ["known"])
    #expect(try partner.availability(EventID.phoenix).status == 200)
    for key in ["unknown", "KNOWN", "known%20", ""] {
      let answer = try partner.sendWithoutKey(.get, "/partners/v1/events?apikey=\(key)")
      #expect(answer.status == 401)
    }
  }

  @Test func requestIDsCountInEachSandbox() throws {
    let one = try Partner(key: "one")
    let ids = try (0..<5).map { _ in try #require(one.availability(EventID.phoenix).requestID) }
    #expect(Set(ids).count == 5)
    let replay = try Partner(key: "one")
    let again = try (0..<5).map { _ in try #require(replay.availability(EventID.phoenix).requestID) }
    #expect(ids == again)
  }
}
