import BoxOffice
import Determinism
import HTTPTypes
import JSONText
import Testing

/// What `clock` says happens next.
@Suite struct UpcomingTests {
  /// What is said to happen next, as `KIND INSTANT`.
  private func next(_ answer: Answer) throws -> [String] {
    try answer.elements("/next").map { upcoming in
      "\(upcoming["what"]?.string ?? "?") \(upcoming["at"]?.string ?? "?")"
    }
  }

  /// The kinds of what is said to happen next.
  private func kinds(_ answer: Answer) throws -> [String] {
    try answer.elements("/next").compactMap { $0["what"]?.string }
  }

  /// An order of the catalogue, whose tokens come in thirty days.
  private static let bundledOrder = "39-20827/PHX"

  private func next(_ stage: Stage, key: String?? = nil) throws -> [String] {
    let answer = try stage.control(.get, "clock", key: key)
    return try next(answer)
  }

  @Test func inANewSandboxOnlyTheCataloguesDatesAreToCome() throws {
    let stage = try Stage()
    let answer = try stage.control(.get, "clock")
    let events = try stage.control(.get, "events").elements("/events")
    let starts = events.compactMap { $0["start"]?.string }.sorted()
    let soonest = try #require(starts.first)
    #expect(try kinds(answer) == ["token-comes", "event-begins"])
    let keys = try answer.elements("/next").map { $0.members.map(\.key) }
    #expect(keys == [["what", "at", "order_number", "event_id"], ["what", "at", "event_id"]])
    #expect(try answer.string("/next/0/order_number") == Self.bundledOrder)
    #expect(try next(answer)[1] == "event-begins \(soonest)")
    let first = events.first { $0["start"]?.string == soonest }
    #expect(try answer.string("/next/1/event_id") == first?["id"]?.string)
  }

  @Test func ofEachKindTheNearestIsToldSoonestFirst() throws {
    let stage = try Stage()
    let first = try stage.hold(EventID.phoenix)
    _ = try stage.control(.post, "clock", #"{"advance":"PT1M"}"#)
    let second = try stage.hold(EventID.delayed)
    let number = try stage.buy(EventID.delayed).string("/order_number")
    _ = try stage.buy(EventID.delayed)
    var answer = try stage.control(.get, "clock")
    #expect(try kinds(answer) == ["hold-ends", "token-comes", "event-begins"])
    #expect(try next(answer)[0].hasSuffix(" 2026-06-02T03:35:00Z"))
    #expect(try answer.string("/next/0/cart_id") == first.id)
    #expect(try answer.string("/next/0/event_id") == EventID.phoenix)
    #expect(try answer.string("/next/1/order_number") == number)
    #expect(try answer.string("/next/1/event_id") == EventID.delayed)
    answer = try stage.control(.post, "clock", #"{"set":"2026-06-02T03:35:00Z"}"#)
    #expect(try answer.integer("/expiredCarts/total") == 1)
    #expect(try answer.string("/next/0/cart_id") == second.id)
    let token = try answer.string("/next/1/at")
    answer = try stage.control(.post, "clock", #"{"set":"\#(token)"}"#)
    #expect(try answer.integer("/deliverable/total") == 2)
    #expect(try kinds(answer) == ["token-comes", "event-begins"])
    #expect(try answer.string("/next/0/order_number") == Self.bundledOrder)
    let begins = try answer.string("/next/1/at")
    answer = try stage.control(.post, "clock", #"{"set":"\#(begins)"}"#)
    #expect(try kinds(answer) == ["event-begins"])
    #expect(try answer.string("/next/0/at") > begins)
  }

  /// A payment prolongs a hold, and a cart may end before it.
  @Test func holdsThatChangedAreNotTold() throws {
    let stage = try Stage()
    let paid = try stage.hold(EventID.phoenix)
    let deleted = try stage.hold(EventID.phoenix)
    _ = try stage.control(.post, "clock", #"{"advance":"PT4M"}"#)
    #expect(try stage.pay(paid).status == 200)
    #expect(try stage.delete(deleted).status == 204)
    let carts = try stage.control(.get, "carts")
    let expires = try carts.string("/carts/0/expires")
    #expect(expires > "2026-06-02T03:35:00Z")
    #expect(try next(stage).first == "hold-ends \(expires)")
    #expect(try next(stage).first == "hold-ends \(expires)", "asking changes nothing")
    let answer = try stage.control(.post, "clock", #"{"set":"\#(expires)"}"#)
    #expect(try answer.string("/expiredCarts/carts/0/cart_id") == paid.id)
    #expect(try kinds(answer).first == "token-comes")
  }

  @Test func aVoidedOrderGetsNoToken() throws {
    let stage = try Stage()
    let number = try stage.buy(EventID.delayed).string("/order_number")
    #expect(try stage.control(.get, "clock").string("/next/0/order_number") == number)
    #expect(try stage.control(.post, "orders/\(number.replacing("/", with: "%2F"))/void").status == 200)
    #expect(try stage.control(.get, "clock").string("/next/0/order_number") == Self.bundledOrder)
  }

  @Test func anExpiredHoldIsNotTold() throws {
    let stage = try Stage(rate: 1)
    try stage.hold(EventID.phoenix)
    stage.realTime.advance(by: .milliseconds(299_999))
    #expect(try kinds(stage.control(.get, "clock")).first == "hold-ends")
    stage.realTime.advance(by: .milliseconds(1))
    #expect(try kinds(stage.control(.get, "clock")).first == "token-comes")
  }

  /// Delivery some time after the purchase: the first order's comes first.
  @Test func deliveryAfterThePurchaseIsReckonedForEachOrder() throws {
    let stage = try Stage()
    let scenario =
      #"{"name":"later","events":{"\#(EventID.phoenix)":{"delayDelivery":{"until":"+PT2H","style":"omit-token"}}}}"#
    let activated = try stage.control(.put, "scenarios", #"{"active":[\#(scenario)]}"#)
    try #require(activated.status == 200, "\(activated.text)")
    let first = try stage.buy(EventID.phoenix).string("/order_number")
    _ = try stage.control(.post, "clock", #"{"advance":"PT1H"}"#)
    let second = try stage.buy(EventID.phoenix).string("/order_number")
    var answer = try stage.control(.get, "clock")
    #expect(try answer.string("/next/0/at") == "2026-06-02T05:30:00Z")
    #expect(try answer.string("/next/0/order_number") == first)
    answer = try stage.control(.post, "clock", #"{"advance":"PT1H"}"#)
    #expect(try answer.string("/next/0/order_number") == second)
  }

  @Test func ofAllSandboxesItIsTheOneUsedLast() throws {
    let stage = try Stage()
    #expect(try stage.control(.get, "clock", key: "*").elements("/next").isEmpty)
    try stage.hold(EventID.phoenix, key: "one")
    stage.realTime.advance(by: .seconds(1))
    _ = try stage.ask(.get, "/partners/v1/events", key: "two")
    #expect(try next(stage, key: "*").count == 2)
    stage.realTime.advance(by: .seconds(1))
    _ = try stage.ask(.get, "/partners/v1/events", key: "one")
    #expect(try next(stage, key: "*").count == 3)
  }
}
