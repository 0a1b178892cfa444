import JSONText
import LoopbackClient
import Testing

/// Which rule decides if several could, and how scenarios of a folder are changed while a server runs.
@Suite(.timeLimit(.minutes(5)))
struct PrecedenceTests {
  private static let event = SampleEvent.documented

  private static func scenario(_ name: String, _ operation: String, _ error: String) -> String {
    #"{"name":"\#(name)","rules":[{"name":"r","when":{"operation":"\#(operation)"},"then":{"error":"\#(error)"}}]}"#
  }

  @Test func theHigherDecidesAndTheNextWhenItIsGone() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.scenario("low", "availability", "niterun"), to: "low.json")
    try folder.write(Self.scenario("named", "availability", "no-inventory"), to: "named.json")
    let server = try RunningServer(["--scenarios-dir", folder.path, "--scenario", "low"])
    let app = try server.partner()
    let mine = Self.scenario("mine", "availability", "upstream-timeout")
    _ = try app.put("/__willcall/scenarios", body: #"{"active":[\#(mine)]}"#).expecting(200)
    let fault = #"{"when":{"operation":"availability"},"then":{"error":"upstream-connection"}}"#
    _ = try app.post("/__willcall/faults", body: fault).expecting(201)

    var told: [String] = []
    func ask() throws {
      let answer = try app.availability(Self.event)
      told.append("\(answer.status) \(answer.response["X-Willcall-Scenario"] ?? "-")")
    }
    app.fields = [("X-Willcall-Scenario", "named")]
    try ask()
    app.fields = []
    try ask()
    try ask()
    _ = try app.put("/__willcall/scenarios", body: #"{"active":[]}"#).expecting(200)
    try ask()
    let expected = ["400 named/r", "502 fault-1", "504 mine/r", "503 low/r"]
    #expect(told == expected)
    let log = try app.get("/__willcall/requests", "operation=availability").expecting(200)
    let entries = try #require(log.json?.value(at: "/requests")).elements
    #expect(entries.map { "\($0["status"]?.text ?? "") \($0["scenario"]?.string ?? "-")" } == expected)
  }

  @Test func scenariosComeBeforeMagicValuesAndTheseBeforeTheOrdinary() throws {
    let app = try RunningServer().partner()
    let cart = try app.reserve(Self.event, SampleEvent.documentedSeat).expecting(200).value("/cart_id")
    func pay(_ nonce: String) throws -> String? {
      try app.put(
        "/partners/v1/events/\(Self.event)/cart/payment",
        body: """
          {"cart_id":"\(cart)","payment":{"type":"BRAINTREE","amount":"101.66",
          "third_party_account_id":"\(Partner.account)","card":{"number":"\(nonce)","cin":"123"}}}
          """
      ).errorCode
    }
    let scenario = Self.scenario("s", "cart.payment", "no-funds")
    _ = try app.put("/__willcall/scenarios", body: #"{"active":[\#(scenario)]}"#).expecting(200)
    #expect(try pay("fake-processor-declined-visa-nonce") == "20129")
    #expect(try pay("fake-valid-visa-nonce") == "20129")
    _ = try app.put("/__willcall/scenarios", body: #"{"active":[]}"#).expecting(200)
    #expect(try pay("fake-processor-declined-visa-nonce") == "20122")
    #expect(try pay("fake-valid-visa-nonce") == nil)
  }

  @Test func anEditedFileIsInForceWithoutARestart() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.scenario("edited", "availability", "niterun"), to: "edited.json")
    let server = try RunningServer(["--scenarios-dir", folder.path, "--scenario", "edited"])
    let app = try server.partner()
    #expect(try app.availability(Self.event).errorCode == "20001")
    try folder.write(Self.scenario("edited", "availability", "no-inventory"), to: "edited.json")
    func readings(_ text: String) -> Int { text.ranges(of: "reloaded a changed scenario").count }
    #expect(server.waitForErrors { readings($0) == 1 })
    #expect(try app.availability(Self.event).errorCode == "20052")

    try folder.write(#"{"name":"edited","rulez":[]}"#, to: "edited.json")
    #expect(server.waitForErrors { $0.contains("did you mean \"rules\"") })
    #expect(server.errors.contains("edited.json:1: /rulez"))
    #expect(try app.availability(Self.event).errorCode == "20052", "keeping the last valid version")

    try folder.write(Self.scenario("edited", "availability", "invalid-cart"), to: "edited.json")
    #expect(server.waitForErrors { readings($0) == 2 })
    #expect(try app.availability(Self.event).errorCode == "90003")
  }
}
