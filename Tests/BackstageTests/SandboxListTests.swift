import Determinism
import HTTPTypes
import JSONText
import Sandboxes
import Testing

@testable import Backstage

/// `GET sandboxes`, keys that nobody used, orders in chosen seats, and what the stream tells of these.
@Suite struct SandboxListTests {
  @Test func sandboxesAreListedByTheirKeys() throws {
    let stage = try Stage()
    #expect(try stage.control(.get, "sandboxes", key: .some(nil)).text == #"{"total":0,"sandboxes":[]}"#)
    let cart = try stage.hold(EventID.phoenix)
    _ = try stage.control(.post, "clock", #"{"advance":"PT10S"}"#)
    #expect(try stage.pay(cart).status == 200)
    _ = try stage.control(.put, "scenarios", #"{"active":["captcha"]}"#)
    _ = try stage.control(.get, "carts", key: "another-key")
    _ = try stage.ask(.get, "/partners/v1/events", key: "abcdefghijklmnopqrstuvwx1")
    let answer = try stage.control(.get, "sandboxes", key: .some(nil))
    #expect(try answer.integer("/total") == 3)
    #expect(
      try answer.elements("/sandboxes").compactMap { $0["key"]?.string } == ["abcd…", "another-key", "my-key"])
    let own = try answer.value("/sandboxes/2")
    #expect(
      own.members.map(\.key) == [
        "key", "created", "lastUsed", "now", "frozen", "rate", "requests", "carts", "orders", "scenarios", "faults",
      ])
    #expect(own["created"]?["sandbox"]?.string == Stage.start.rfc3339)
    #expect(own["created"]?["real"]?.string == Stage.realStart.rfc3339)
    #expect(own["lastUsed"]?["sandbox"]?.string == (Stage.start + .seconds(10)).rfc3339)
    #expect(own["requests"]?.integer == 2)
    #expect(own["carts"]?.integer == 1)
    #expect(own["scenarios"]?.text == #"["captcha"]"#)
    #expect(try answer.value("/sandboxes/1/lastUsed").isNull)
    #expect(try answer.value("/sandboxes/1/requests").integer == 0)
    #expect(!answer.text.contains("abcdefgh"), "a key that looks real is masked")
  }

  @Test func aKeyThatNobodyUsedIsToldWithTheNearest() throws {
    let stage = try Stage()
    _ = try stage.hold(EventID.phoenix)
    for path in ["requests", "carts", "orders", "requests"] {
      let answer = try stage.control(.get, path, key: "my-kez")
      #expect(answer.status == 200)
      #expect(
        answer.header("X-Willcall-Diagnosis") == "No client has ever used the key my-kez. Did you mean my-key?")
    }
    #expect(try stage.control(.get, "requests").header("X-Willcall-Diagnosis") == nil)
    #expect(
      try stage.control(.get, "requests", key: "zzzzzzzz").header("X-Willcall-Diagnosis")
        == "No client has ever used the key zzzzzzzz. Keys in use are my-key.")
  }

  @Test func aSandboxThatWasPreparedIsNoTypingError() throws {
    let stage = try Stage()
    _ = try stage.control(.post, "orders", #"{"event":"\#(EventID.phoenix)","account":"1"}"#)
    #expect(try stage.control(.get, "orders").header("X-Willcall-Diagnosis") == nil)
  }

  @Test func ordersCanChooseSeats() throws {
    let stage = try Stage()
    func order(_ members: String) throws -> Answer {
      try stage.control(.post, "orders", #"{"event":"\#(EventID.phoenix)","account":"1",\#(members)}"#)
    }
    func seats(_ answer: Answer) throws -> [String] {
      try answer.elements("/tickets").map { ticket in
        ["section", "row", "seat_name"].map { ticket[$0]?.string ?? "" }.joined(separator: "/")
      }
    }
    let chosen = #""section":"BALC2","row":"E","seats":[103,"104"]"#
    #expect(try seats(order(chosen)) == ["BALC2/E/103", "BALC2/E/104"])
    let again = try order(chosen)
    again.expectError(409, path: "/seats")
    #expect(try again.string("/error/message").contains("BALC2/E/103 and BALC2/E/104 are sold"))
    let row = try seats(order(#""section":"BALC2","row":"F","tickets":3"#))
    #expect(row.count == 3 && row.allSatisfy { $0.hasPrefix("BALC2/F/") })
    try order(#""section":"BALK2""#).expectError(409, path: "/section")
    try order(#""section":"BALC2","row":"ZZ""#).expectError(409, path: "/row")
    try order(#""seats":[1]"#).expectError(422, path: "/section")
    try order(#""section":"BALC2","row":"E","seats":[105],"tickets":2"#).expectError(422, path: "/tickets")
    try order(#""section":"BALC2","row":"E","seats":[105,105]"#).expectError(422, path: "/seats/1")
    #expect(try stage.control(.get, "carts").integer("/total") == 0, "what is refused holds nothing")
  }

  @Test func theStreamTellsWhatTheControlAPIChanges() throws {
    let stage = try Stage()
    let listening = Listening()
    stage.backstage.stream(
      try Stage.request(.get, "/__willcall/stream", "", ["Host": "localhost:8490"]), on: listening)
    let cart = try stage.hold(EventID.phoenix)
    #expect(try stage.pay(cart).status == 200)
    _ = try stage.delete(cart)
    let rule = #"{"when":{"operation":"cart.payment"},"then":{"error":"niterun"}}"#
    _ = try stage.control(.post, "faults", rule)
    _ = try stage.control(.post, "faults", rule)
    _ = try stage.control(.delete, "faults/fault-1")
    _ = try stage.control(.delete, "faults")
    _ = try stage.control(.put, "scenarios", #"{"active":["captcha"]}"#)
    _ = try stage.control(.post, "reset", #"{"parts":["journal","state"]}"#)
    let events = try listening.events().filter { $0.name != "request" }
    #expect(
      events.map(\.name) == [
        "cart", "cart", "cart", "faults", "faults", "faults", "faults", "scenarios", "reset",
      ])
    let carts = events.prefix(3).map(\.data)
    #expect(carts.compactMap { $0["grand"]?.numberText } == [cart.grand, cart.grand, cart.grand])
    #expect(carts.compactMap { $0["unpaid"]?.numberText } == [cart.grand, "0.00", "0.00"])
    #expect(
      carts.map { $0["expires"]?.string } == [
        (Stage.start + .seconds(300)).rfc3339, (Stage.start + .seconds(444)).rfc3339, nil,
      ])
    #expect(events[3...6].compactMap { $0.data["what"]?.string } == ["added", "added", "removed", "removed"])
    #expect(
      events[3...6].compactMap { $0.data["ids"]?.text } == [
        #"["fault-1"]"#, #"["fault-2"]"#, #"["fault-1"]"#, #"["fault-2"]"#,
      ])
    #expect(events[7].data["active"]?.text == #"["captcha"]"#)
    #expect(events[8].data["parts"]?.text == #"["state","journal"]"#)
  }
}
