import Determinism
import HTTPTypes
import HTTPWire
import JSONText
import Sandboxes
import Testing

@testable import Backstage

/// `GET stream`: everything that happens, as server-sent events.
@Suite struct StreamTests {
  /// Listens; returns when nothing that follows can be missed.
  private func listen(_ stage: Stage, _ query: String = "") throws -> Listening {
    let listening = Listening()
    let request = try Stage.request(.get, "/__willcall/stream\(query)", "", ["Host": "localhost:8490"])
    stage.backstage.stream(request, on: listening)
    return listening
  }

  private func names(_ listening: Listening) throws -> [String] { try listening.events().map(\.name) }

  @Test func theHeadIsThatOfAnEventStream() throws {
    let listening = try listen(try Stage())
    let head = try #require(listening.head)
    #expect(head.status == .ok)
    #expect(head.fields[.contentType] == "text/event-stream")
    #expect(head.fields[.cacheControl] == "no-store")
    #expect(head.fields[.date] != nil)
    #expect(listening.text.hasPrefix(": willcall\n\nid: "))
    #expect(try listening.allEvents().map(\.name) == ["hello"])
  }

  @Test func headHasTheHeadAndNobodyListens() throws {
    let stage = try Stage()
    let listening = Listening()
    stage.backstage.stream(
      try Stage.request(.head, "/__willcall/stream", "", ["Host": "localhost:8490"]), on: listening)
    #expect(listening.head?.fields[.contentType] == "text/event-stream")
    #expect(listening.response == nil)
    #expect(stage.backstage.broadcast.listenerCount == 0)
  }

  @Test func aPurchaseIsToldStepByStep() throws {
    let stage = try Stage()
    let listening = try listen(stage)
    let bought = try stage.buy(EventID.phoenix)
    _ = try stage.open(bought.string("/order_token"))
    let events = try listening.events()
    #expect(
      events.map(\.name) == [
        "cart", "request", "cart", "request", "cart", "order", "request", "token", "request",
      ])
    for event in events {
      #expect(event.data["sandbox"]?.string == "my-key")
      #expect(event.data["time"]?.string == Stage.start.rfc3339)
    }
    #expect(events.compactMap { $0.data["what"]?.string } == ["reserved", "paid", "bought", "bought"])
    #expect(
      events.filter { $0.name == "request" }.compactMap { $0.data["operation"]?.string } == [
        "cart.reserve", "cart.payment", "cart.commit", "orders.open",
      ])
    #expect(events[1].data["id"]?.string == "r1")
    #expect(events[1].data["status"]?.integer == 200)
    #expect(events[0].data["seats"]?.elements.count == 1)
    #expect(events[5].data["order_token"]?.string == (try bought.string("/order_token")))
    #expect(events[7].data["device_id"]?.string == "device-1")
    #expect(events[7].data["issue"]?.integer == 1)
  }

  @Test func noSecretIsTold() throws {
    let stage = try Stage(key: "verySecretKey12345678901234")
    let listening = try listen(stage)
    let cart = try stage.hold(EventID.phoenix)
    let card = #"{"number": "4111111111111111", "cin": "987", "expire_month": 1, "expire_year": 2030}"#
    let paid = try stage.ask(
      .put, "/partners/v1/events/\(cart.event)/cart/payment",
      """
      {"cart_id": "\(cart.id)", "payment": {"amount": "\(cart.grand)", "third_party_account_id": "1", "type": "CC",
       "card": \(card)}}
      """)
    #expect(paid.status == 200)
    _ = try stage.commit(cart)
    #expect(try listening.events().count >= 6)
    for secret in ["verySecretKey12345678901234", "4111111111111111", "987\""] {
      #expect(!listening.text.contains(secret))
    }
    #expect(listening.text.contains("apikey=***"))
  }

  @Test func aListenerHearsOfTheSandboxItNames() throws {
    let stage = try Stage()
    let all = try listen(stage)
    let star = try listen(stage, "?apikey=*")
    let mine = try listen(stage, "?apikey=my-key")
    let other = try listen(stage, "?apikey=other")
    try stage.hold(EventID.phoenix)
    try stage.hold(EventID.phoenix, key: "other")
    #expect(try all.events().count == 4)
    #expect(try star.events().count == 4)
    #expect(Set(try mine.events().compactMap { $0.data["sandbox"]?.string }) == ["my-key"])
    #expect(Set(try other.events().compactMap { $0.data["sandbox"]?.string }) == ["other"])
  }

  @Test func aMovedClockAndWhatItEndedAreTold() throws {
    let stage = try Stage()
    let early = try listen(stage)
    let cart = try stage.hold(EventID.phoenix)
    _ = try stage.control(.post, "clock", #"{"advance":"PT10M"}"#)
    let events = try early.events().suffix(2)
    #expect(events.map(\.name) == ["cart", "clock"])
    let expired = try #require(events.first)
    #expect(expired.data["what"]?.string == "expired")
    #expect(expired.data["cart_id"]?.string == cart.id)
    #expect(expired.data["time"]?.string == (Stage.start + .seconds(300)).rfc3339)
    #expect(events.last?.data["now"]?.string == (Stage.start + .seconds(600)).rfc3339)
    #expect(events.last?.data["expiredCarts"]?.integer == 1)
  }

  @Test func aHoldThatRunsOutByItselfIsTold() throws {
    let stage = try Stage(rate: 1)
    let listening = try listen(stage)
    try stage.hold(EventID.phoenix)
    stage.backstage.broadcast.tick()
    stage.realTime.advance(by: .seconds(301))
    stage.backstage.broadcast.tick()
    stage.backstage.broadcast.tick()
    #expect(try names(listening) == ["cart", "request", "cart"])
    #expect(try listening.events().last?.data["what"]?.string == "expired")
  }

  @Test func ordersThatAreArrangedAndVoidedAreTold() throws {
    let stage = try Stage()
    let listening = try listen(stage)
    let body = #"{"event":"\#(EventID.phoenix)","account":"1","tickets":2}"#
    let number = try stage.control(.post, "orders", body).string("/order_number")
    #expect(
      try stage.control(.post, "orders/\(number.replacing("/", with: "%2F"))/void").status == 200)
    #expect(try listening.events().compactMap { $0.data["what"]?.string } == ["arranged", "voided"])
  }

  @Test func aRuleThatFiresIsTold() throws {
    let stage = try Stage()
    _ = try stage.control(.put, "scenarios", #"{"active":["niterun"]}"#)
    let listening = try listen(stage)
    #expect(try stage.ask(.get, "/partners/v1/events/\(EventID.phoenix)/availability").status == 503)
    let events = try listening.events()
    #expect(events.map(\.name) == ["fault", "request"])
    #expect(events[0].data["rule"]?.string == "niterun/ticketing-down")
    #expect(events[0].data["request"]?.string == "r1")
    #expect(events[0].data["operation"]?.string == "availability")
    #expect(events[1].data["scenario"]?.string == "niterun/ticketing-down")
  }

  @Test func aCommentComesEveryFifteenSeconds() throws {
    let stage = try Stage()
    let listening = try listen(stage)
    for _ in 1...15 { stage.backstage.broadcast.tick() }
    #expect(listening.text.components(": willcall\n\n") >= 2)
    #expect(try listening.events().isEmpty)
  }

  @Test func whoHasGoneIsForgottenAndSoonNothingIsToldAnyMore() throws {
    let stage = try Stage()
    let one = try listen(stage)
    let two = try listen(stage)
    one.close()
    #expect(stage.backstage.broadcast.tick())
    #expect(stage.backstage.broadcast.listenerCount == 1)
    #expect(stage.directory.settings.audience.isListening)
    two.close()
    #expect(stage.backstage.broadcast.tick())
    #expect(stage.backstage.broadcast.listenerCount == 0)
    for _ in 1...Broadcast.secondsOfMemory { stage.backstage.broadcast.tick() }
    #expect(!stage.directory.settings.audience.isListening)
    let three = try listen(stage)
    try stage.hold(EventID.phoenix)
    #expect(try names(three) == ["cart", "request"])
  }

  @Test func onlySoManyListenAtOnce() throws {
    let stage = try Stage()
    let crowd = try (1...Broadcast.listenerLimit).map { _ in try listen(stage) }
    let late = try listen(stage)
    #expect(late.head == nil)
    Answer(try #require(late.response)).expectError(503, path: "/stream")
    crowd[0].close()
    #expect(try listen(stage).head != nil)
  }

  @Test(arguments: [
    ("?apikey=wrong", "?apikey"), ("?operation=tracking", "?operation"),
  ])
  func aWrongRequestIsAnErrorAndNoStream(query: String, path: String) throws {
    let stage = try Stage(keys: ["my-key"])
    let listening = try listen(stage, query)
    #expect(listening.head == nil)
    Answer(try #require(listening.response)).expectError(400, path: path)
  }

  @Test func theStreamIsGuarded() throws {
    let stage = try Stage(configuration: BackstageConfiguration(controlToken: "t"))
    let listening = try listen(stage)
    #expect(listening.response?.status == .unauthorized)
  }
}

extension String {
  /// How often a text occurs.
  fileprivate func components(_ text: String) -> Int { ranges(of: text).count }
}
