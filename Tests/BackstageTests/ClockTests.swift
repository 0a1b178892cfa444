import BoxOffice
import Determinism
import HTTPTypes
import JSONText
import Sandboxes
import Testing

/// `GET` and `POST clock`.
@Suite struct ClockTests {
  private static let quiet = #""expiredCarts":{"total":0,"carts":[]},"deliverable":{"total":0,"orders":[]}"#

  @Test(arguments: [
    (#"{"advance":"PT5M"}"#, "2026-06-02T03:35:00Z", false, "1"),
    (#"{"advance":"P1DT0.5S"}"#, "2026-06-03T03:30:00.500Z", false, "1"),
    (#"{"advance":"PT0S"}"#, "2026-06-02T03:30:00Z", false, "1"),
    (#"{"set":"2026-06-20T19:00:00+01:00"}"#, "2026-06-20T18:00:00Z", false, "1"),
    (#"{"freeze":true}"#, "2026-06-02T03:30:00Z", true, "0"),
    (#"{"resume":true}"#, "2026-06-02T03:30:00Z", false, "1"),
    (#"{"rate":60}"#, "2026-06-02T03:30:00Z", false, "60"),
    (#"{"rate":0.5}"#, "2026-06-02T03:30:00Z", false, "0.5"),
    (#"{"rate":0}"#, "2026-06-02T03:30:00Z", true, "0"),
  ])
  func moves(body: String, now: String, isFrozen: Bool, rate: String) throws {
    let stage = try Stage(rate: 1)
    let expected = #"{"now":"\#(now)","frozen":\#(isFrozen),"rate":\#(rate),\#(Self.quiet),"next":["#
    let answer = try stage.control(.post, "clock", body)
    #expect(answer.status == 200)
    #expect(answer.text.hasPrefix(expected))
    #expect(try stage.control(.get, "clock").text == answer.text)
    #expect(try stage.ask(.get, "/partners/v1/events").header("Date") == answer.header("Date"), "one clock for all")
  }

  @Test func frozenClockResumesAtItsRate() throws {
    let stage = try Stage(rate: 1)
    _ = try stage.control(.post, "clock", #"{"rate":60}"#)
    _ = try stage.control(.post, "clock", #"{"freeze":true}"#)
    stage.realTime.advance(by: .seconds(5))
    #expect(try stage.control(.get, "clock").string("/now") == "2026-06-02T03:30:00Z")
    #expect(try stage.control(.post, "clock", #"{"resume":true}"#).integer("/rate") == 60)
    stage.realTime.advance(by: .seconds(1))
    #expect(try stage.control(.get, "clock").string("/now") == "2026-06-02T03:31:00Z")
  }

  @Test(arguments: [
    ("", 422, ""), ("{}", 422, ""), ("[]", 422, ""), ("{", 400, ""), ("nonsense", 400, ""),
    (#"{"advance":"PT1M","advance":"PT2M"}"#, 400, "/advance"),
    (#"{"advance":"PT5M","freeze":true}"#, 422, ""), (#"{"advance":"-PT5M"}"#, 422, "/advance"),
    (#"{"advance":"5 minutes"}"#, 422, "/advance"), (#"{"advance":"P1M"}"#, 422, "/advance"),
    (#"{"advance":300}"#, 422, "/advance"), (#"{"set":"2026-12-01"}"#, 422, "/set"),
    (#"{"set":"2026-06-02T03:29:59.999Z"}"#, 409, "/set"), (#"{"freeze":false}"#, 422, "/freeze"),
    (#"{"resume":null}"#, 422, "/resume"), (#"{"rate":-1}"#, 422, "/rate"), (#"{"rate":1e7}"#, 422, "/rate"),
    (#"{"rate":"60"}"#, 422, "/rate"), (#"{"advnce":"PT5M"}"#, 422, "/advnce"),
  ])
  func refusesWithThePlace(body: String, status: Int, path: String) throws {
    let stage = try Stage()
    try stage.control(.post, "clock", body).expectError(status, path: path)
    #expect(try stage.control(.get, "clock").string("/now") == "2026-06-02T03:30:00Z")
  }

  @Test func misspeltMoveIsSuggested() throws {
    let answer = try Stage().control(.post, "clock", #"{"advnce":"PT5M"}"#)
    answer.expectError(422, path: "/advnce", found: #"unknown key "advnce" (did you mean "advance"?)"#)
  }

  @Test func listsTheCartsThatExpired() throws {
    let stage = try Stage()
    let cart = try stage.hold(EventID.phoenix, quantity: 2)
    let paid = try stage.hold(EventID.phoenix)
    #expect(try stage.pay(paid).status == 200)
    _ = try stage.hold(EventID.losAngelesUniversal)
    #expect(try stage.control(.post, "clock", #"{"advance":"PT299.999S"}"#).integer("/expiredCarts/total") == 0)
    let answer = try stage.control(.post, "clock", #"{"advance":"PT0.001S"}"#)
    #expect(try answer.integer("/expiredCarts/total") == 2)
    let carts = try answer.elements("/expiredCarts/carts")
    #expect(carts.map { $0["event_id"]?.string } == [EventID.phoenix, EventID.losAngeles])
    #expect(carts[0].members.map(\.key) == ["cart_id", "event_id", "seats"])
    #expect(carts[0]["cart_id"]?.string == cart.id)
    let seats = try #require(carts[0]["seats"]).elements.compactMap(\.string)
    #expect(seats.count == 2)
    #expect(seats.allSatisfy { $0.split(separator: "/").count == 3 }, "\(seats)")
    #expect(try stage.commit(cart).header("X-Willcall-Diagnosis")?.contains("ran out 0 s ago") == true)
    #expect(try stage.control(.post, "clock", #"{"advance":"PT144S"}"#).integer("/expiredCarts/total") == 1)
  }

  @Test func cartsThatHadExpiredBeforeAreNotListed() throws {
    let stage = try Stage(rate: 1)
    try stage.hold(EventID.phoenix)
    stage.realTime.advance(by: .seconds(301))
    #expect(try stage.control(.post, "clock", #"{"advance":"PT1M"}"#).integer("/expiredCarts/total") == 0)
  }

  @Test func listsAreCutButCountsAreNot() throws {
    let stage = try Stage()
    let fixture = BundledCatalogue.event(rows: 250)
    #expect(try stage.control(.put, "events/3F00000000000001", fixture).status == 201)
    let event = try #require(stage.sandbox.event("3F00000000000001"))
    try stage.sandbox.withState { state in
      let now = state.clock.now(realNow: stage.realTime.now)
      for _ in 0..<1_200 {
        _ = try state.boxOffice.reserve(
          ReserveRequest(tickets: [.init(type: "000000000001", quantity: 2)]), event: event, now: now)
      }
    }
    let answer = try stage.control(.post, "clock", #"{"advance":"PT1H"}"#)
    #expect(try answer.integer("/expiredCarts/total") == 1_200)
    let carts = try answer.elements("/expiredCarts/carts")
    #expect(carts.count == 1_000)
    #expect(carts[0]["seats"]?.elements.compactMap(\.string) == ["S/1/1", "S/1/2"], "in the order of expiry")
    #expect(stage.sandbox.withState { $0.boxOffice.liveCartCount } == 0)
  }

  @Test func saysWhichOrdersBecameDeliverable() throws {
    let stage = try Stage()
    let order = try stage.buy(EventID.delayed)
    let voided = try stage.buy(EventID.delayed)
    let number = try order.string("/order_number")
    let other = try voided.string("/order_number").replacing("/", with: "%2F")
    #expect(try stage.control(.post, "orders/\(other)/void").status == 200)
    #expect(try stage.control(.post, "clock", #"{"advance":"P1D"}"#).integer("/deliverable/total") == 0)
    let answer = try stage.control(.post, "clock", #"{"advance":"P2D"}"#)
    #expect(try answer.strings("/deliverable/orders") == [number])
    #expect(try answer.integer("/deliverable/total") == 1)
    #expect(try stage.control(.post, "clock", #"{"advance":"P1D"}"#).integer("/deliverable/total") == 0)
  }

  @Test func allClocksMoveTogetherOrNot() throws {
    let stage = try Stage()
    try stage.hold(EventID.phoenix, key: "one")
    try stage.hold(EventID.phoenix, key: "two")
    _ = try stage.control(.post, "clock", #"{"advance":"P1D"}"#, key: "three")
    let refused = try stage.control(.post, "clock", #"{"set":"2026-06-02T12:00:00Z"}"#, key: "*")
    refused.expectError(409, path: "/set", found: "2026-06-02T12:00:00Z")
    #expect(try stage.control(.get, "clock", key: "one").string("/now") == "2026-06-02T03:30:00Z")
    let answer = try stage.control(.post, "clock", #"{"advance":"PT5M"}"#, key: "*")
    #expect(try answer.integer("/expiredCarts/total") == 2)
    #expect(try answer.integer("/sandboxes") == 3)
    #expect(try stage.control(.get, "clock", key: "two").string("/now") == "2026-06-02T03:35:00Z")
    #expect(try stage.control(.get, "clock", key: "three").string("/now") == "2026-06-03T03:35:00Z")
  }
}
