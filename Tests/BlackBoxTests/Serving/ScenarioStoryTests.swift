import Foundation
import JSONText
import LoopbackClient
import Testing

/// The stories of bundled scenarios, played to their ends over real sockets.
@Suite(.timeLimit(.minutes(5)))
struct ScenarioStoryTests {
  private static let event = SampleEvent.documented

  private func partner(_ scenario: String) throws -> Partner {
    try RunningServer(["--scenario", scenario]).partner()
  }

  @Test func twoCardsAreDeclinedAndTheThirdIsAccepted() throws {
    let app = try partner("payment-declined-twice")
    let cart = try app.reserve(Self.event, SampleEvent.documentedSeat).expecting(200).value("/cart_id")
    for _ in 1...2 {
      let declined = try app.pay(Self.event, cart: cart, amount: "101.66")
      #expect(declined.status == 400)
      #expect(declined.errorCode == "20122")
      #expect(declined.response["X-Willcall-Scenario"] == "payment-declined-twice/declined")
    }
    let accepted = try app.pay(Self.event, cart: cart, amount: "101.66").expecting(200)
    #expect(accepted.response["X-Willcall-Scenario"] == nil)
    #expect(try app.commit(Self.event, cart: cart).status == 200)
  }

  @Test func aLostCommitAnswerIsACommit() throws {
    let server = try RunningServer(["--scenario", "commit-response-lost"])
    let app = try server.partner()
    let cart = try app.reserve(Self.event, SampleEvent.documentedSeat).expecting(200).value("/cart_id")
    #expect(try app.pay(Self.event, cart: cart, amount: "101.66").status == 200)
    #expect(throws: ClientError.self) { try app.commit(Self.event, cart: cart) }
    let again = try server.partner()
    let retry = try again.commit(Self.event, cart: cart)
    #expect(retry.errorCode == "90003")
    #expect(retry.diagnosis?.contains("was bought") == true)
    let order = try again.get("/partners/v1/orders", "cart_id=\(cart)&event_id=\(Self.event)")
    #expect(order.status == 200)
    #expect(try order.value("/tickets/0/seat_name") == "13")
  }

  @Test func theAnswerIsThereWhenItIsPolledForLater() throws {
    let app = try partner("polling")
    let accepted = try app.reserve(Self.event, SampleEvent.documentedSeat).expecting(202)
    #expect(try accepted.value("/wait") == "4")
    let cart = try accepted.value("/cart_id")
    let url = try accepted.value("/polling_url")
    let token = try #require(url.firstMatch(of: /token=([0-9a-f-]+)/)?.output.1)
    #expect(url.contains("/partners/v1/polling-status?"))
    let early = try app.get("/partners/v1/polling-status", "token=\(token)&cart_id=\(cart)")
    #expect(early.status == 202)
    #expect(try app.post("/__willcall/clock", body: #"{"advance":"PT4S"}"#).status == 200)
    let done = try app.get("/partners/v1/polling-status", "token=\(token)&cart_id=\(cart)").expecting(200)
    #expect(try done.value("/cart_id") == cart)
    let older = try app.get("/partners/v1/polling/cart/tickets/PUT/\(token)", "cart_id=\(cart)")
    #expect(older.text == done.text)
    #expect(try app.get("/partners/v1/polling-status", "token=none").status == 404)
  }

  @Test func pollingCanBeForcedByHeader() throws {
    let app = try RunningServer().partner()
    app.fields = [("X-TM-FORCE-POLLING", "true")]
    #expect(try app.reserve(Self.event).status == 202)
    #expect(try app.availability(Self.event).status == 200)
  }

  @Test func theTokenComesTwoMinutesAfterTheOrder() throws {
    let app = try partner("delay-delivery-demo")
    let cart = try app.reserve(Self.event, SampleEvent.documentedSeat).expecting(200).value("/cart_id")
    _ = try app.pay(Self.event, cart: cart, amount: "101.66").expecting(200)
    let token = try app.commit(Self.event, cart: cart).expecting(200).value("/order_token")
    let body = """
      {"device_id":"d","device_type":"web","device_os":"android","third_party_account_id":"\(Partner.account)"}
      """
    let early = try app.post("/partners/v1/orders", "order_token=\(token)", body: body).expecting(200)
    #expect(early.json?.value(at: "/tickets/0/secure_entry_data/token") == nil)
    let moved = try app.post("/__willcall/clock", body: #"{"advance":"PT2M"}"#).expecting(200)
    #expect(try moved.value("/deliverable/total") == "1")
    let late = try app.post("/partners/v1/orders", "order_token=\(token)", body: body).expecting(200)
    #expect(late.json?.value(at: "/tickets/0/secure_entry_data/token") != nil)
  }

  @Test func aHeaderHoldsForItsOwnRequestOnly() throws {
    let app = try RunningServer().partner()
    app.fields = [("X-Willcall-Scenario", "niterun")]
    let down = try app.availability(Self.event)
    #expect(down.status == 503)
    #expect(down.errorCode == "20001")
    app.fields = []
    #expect(try app.availability(Self.event).status == 200)
    app.fields = [("X-Willcall-Scenario", "no-such")]
    let unknown = try app.availability(Self.event)
    #expect(unknown.status == 400)
    #expect(unknown.diagnosis?.contains("no-such") == true)
  }

  @Test func aPostedFaultHappensAsOftenAsItSays() throws {
    let app = try RunningServer().partner()
    let fault = #"{"when":{"operation":"availability"},"then":{"error":"upstream-connection"},"times":2}"#
    let posted = try app.post("/__willcall/faults", body: fault).expecting(201)
    #expect(try posted.value("/remaining") == "2")
    #expect(try app.availability(Self.event).status == 502)
    #expect(try app.availability(Self.event).status == 502)
    #expect(try app.availability(Self.event).status == 200)
    #expect(try app.get("/__willcall/faults").value("/faults/0/remaining") == "0")
  }

  @Test func aScenarioOfOneKeyLeavesOthersAlone() throws {
    let server = try RunningServer()
    let one = try server.partner("one")
    let other = try server.partner("other")
    let answer = try one.put("/__willcall/scenarios", body: #"{"active":["niterun"]}"#).expecting(200)
    #expect(try answer.value("/active/0/from") == "sandbox")
    #expect(try one.availability(Self.event).status == 503)
    #expect(try other.availability(Self.event).status == 200)
  }

  @Test func aDelayHoldsUpNobodyElse() throws {
    let server = try RunningServer()
    let slow = try server.partner("slow")
    let rule = #"{"when":{"operation":"events.list"},"then":{"delay":{"milliseconds":600000}}}"#
    _ = try slow.post("/__willcall/faults", body: rule).expecting(201)
    try slow.connection.send("GET /partners/v1/events?apikey=slow HTTP/1.1\r\nHost: a\r\n\r\n")
    let quick = try server.partner("slow")
    #expect(try quick.availability(Self.event).status == 200)
    slow.connection.close()
  }

  @Test func brokenScenariosAreRefusedAtStart() throws {
    let folder = try TemporaryFolder()
    try folder.write(#"{"name":"broken","rules":[{"when":{},"than":{}}]}"#, to: "broken.json")
    let path = folder.file("broken.json")
    let result = try Command.run(["serve", "--port", "0", "--scenario", path])
    #expect(result.status == 2)
    #expect(result.errors.contains("than"))
    #expect(try Command.run(["serve", "--port", "0", "--scenario", "no-such"]).status == 2)
    #expect(try Command.run(["scenario", "validate", path]).status == 2)
  }

  @Test func theLibraryIsListedShownAndChecked() throws {
    let list = try Command.run(["scenario", "list"])
    #expect(list.status == 0)
    #expect(list.output.contains("payment-declined-twice"))
    #expect(list.width <= 80)
    for name in ["polling", "sla"] {
      let shown = try Command.run(["scenario", "show", name]).output
      #expect(try shown == Repository.text("scenarios/\(name).json"), "it is printed as it was written")
    }
    #expect(try Command.run(["scenario", "show", "no-such"]).status == 2)
    #expect(try Command.run(["scenario", "schema"]).output == Repository.text("scenarios/schema.json"))
    let folder = "\(Repository.path)/scenarios"
    let all = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".json") && $0 != "schema.json" }.map { "\(folder)/\($0)" }
    #expect(all.count == 15)
    #expect(try Command.run(["scenario", "validate"] + all).status == 0)
  }
}
