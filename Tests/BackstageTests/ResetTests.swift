import BoxOffice
import EventCatalogue
import HTTPTypes
import JSONText
import Sandboxes
import Testing

/// `POST reset`.
@Suite struct ResetTests {
  private static let all = ["state", "clock", "journal", "ledger", "scenarios", "faults"]

  @Test(arguments: [
    ("", all), ("{}", all), (#"{"parts":[]}"#, []), (#"{"parts":["clock"]}"#, ["clock"]),
    (#"{"parts":["faults","state","faults"]}"#, ["state", "faults"]),
  ])
  func answersWhatWasReset(body: String, parts: [String]) throws {
    let stage = try Stage()
    for _ in 1...2 {
      let answer = try stage.control(.post, "reset", body)
      #expect(answer.status == 200)
      #expect(answer.json?.members.map(\.key) == ["reset"])
      #expect(try answer.strings("/reset") == parts)
    }
  }

  @Test(arguments: [
    (#"{"parts":["stat"]}"#, "/parts/0"), (#"{"parts":"state"}"#, "/parts"), (#"{"part":["state"]}"#, "/part"),
    (#"{"parts":["state",7]}"#, "/parts/1"), ("[]", ""),
  ])
  func unknownPartIsAnError(body: String, path: String) throws {
    let stage = try Stage()
    try stage.hold(EventID.phoenix)
    try stage.control(.post, "reset", body).expectError(422, path: path)
    #expect(try stage.control(.get, "carts").integer("/total") == 1, "nothing was reset")
  }

  @Test func sameRequestsGiveTheSameAnswersAgain() throws {
    let stage = try Stage(rate: 1)
    func story() throws -> [String] {
      let order = try stage.buy(EventID.phoenix, quantity: 2)
      let cart = try stage.hold(EventID.base64)
      let opened = try stage.open(order.string("/order_token"))
      return try [
        order.text, opened.text, cart.id, stage.ask(.get, "/partners/v1/events/\(EventID.phoenix)/availability").text,
        #require(opened.header("X-Willcall-Request")), #require(opened.header("Date")),
      ]
    }
    let first = try story()
    stage.realTime.advance(by: .seconds(3_600))
    _ = try stage.control(.post, "clock", #"{"advance":"P1D"}"#)
    #expect(try stage.control(.post, "reset").status == 200)
    #expect(try story() == first)
  }

  @Test(arguments: [
    ("state", 0, 1, "2026-06-02T04:30:00Z"), ("clock", 1, 1, "2026-06-02T03:30:00Z"),
    ("journal", 1, 0, "2026-06-02T04:30:00Z"),
  ])
  func partsAreIndependent(part: String, carts: Int, requests: Int, now: String) throws {
    let stage = try Stage()
    _ = try stage.control(.post, "clock", #"{"advance":"PT1H"}"#)
    try stage.hold(EventID.phoenix)
    _ = try stage.control(.post, "reset", #"{"parts":["\#(part)"]}"#)
    #expect(try stage.control(.get, "carts").integer("/total") == carts)
    #expect(try stage.control(.get, "requests").elements("/requests").count == requests)
    #expect(try stage.control(.get, "clock").string("/now") == now)
  }

  @Test func datesOfEventsStayWhenTheClockDoes() throws {
    let stage = try Stage()
    let before = try stage.control(.get, "events").text
    _ = try stage.control(.post, "clock", #"{"advance":"P10D"}"#)
    _ = try stage.control(.post, "reset", #"{"parts":["state"]}"#)
    #expect(try stage.control(.get, "events").text == before)
  }

  @Test func scenariosSurviveTheState() throws {
    let stage = try Stage()
    let story = #"{"active":[{"name":"careful","events":{"*":{"captcha":true}}}]}"#
    #expect(try stage.control(.put, "scenarios", story).status == 200)
    func wantsCaptcha() -> Bool {
      stage.sandbox.withState { state in
        state.boxOffice.catalogue.events.allSatisfy { state.boxOffice.terms(of: $0).requiresCaptcha }
      }
    }
    #expect(wantsCaptcha())
    _ = try stage.control(.post, "reset", #"{"parts":["state"]}"#)
    #expect(wantsCaptcha())
    _ = try stage.control(.post, "reset", #"{"parts":["scenarios"]}"#)
    #expect(!wantsCaptcha())
  }

  @Test func othersAreLeftAloneUnlessAllAreMeant() throws {
    let stage = try Stage()
    try stage.hold(EventID.phoenix, key: "one")
    try stage.hold(EventID.phoenix, key: "two")
    _ = try stage.control(.post, "reset", key: "one")
    #expect(try stage.control(.get, "carts", key: "one").integer("/total") == 0)
    #expect(try stage.control(.get, "carts", key: "two").integer("/total") == 1)
    #expect(try stage.control(.post, "reset", key: "*").status == 200)
    #expect(try stage.control(.get, "carts", key: "two").integer("/total") == 0)
  }
}
