import HTTPTypes
import JSONText
import LoopbackClient
import Testing

/// The journal, `verify`, the stream's and the metrics' status go by what a client saw.
@Suite(.timeLimit(.minutes(5)))
struct JournalOutcomeTests {
  private static let event = SampleEvent.documented

  /// What a rule does, the outcome in the journal, the status that a client saw, and that of the work.
  @Test(
    arguments: [
      (#"{"fault":"connection-reset"}"#, "reset", nil, nil), (#"{"fault":"empty-response"}"#, "empty", nil, nil),
      (#"{"fault":"truncated-body"}"#, "truncated", 200, 200), (#"{"loseResponse":true}"#, "lost", nil, 200),
      (#"{"error":"niterun"}"#, "answered", 503, nil), (#"{"delay":{"milliseconds":1}}"#, "answered", 200, nil),
    ] as [(String, String, Int?, Int?)])
  func whatNeverCameIsNoStatus(then: String, outcome: String, seen: Int?, unsent: Int?) throws {
    let server = try RunningServer()
    _ = try server.partner().post(
      "/__willcall/faults", body: #"{"when":{"operation":"cart.reserve"},"then":\#(then),"times":1}"#
    ).expecting(201)
    let answer = try? server.partner().reserve(Self.event)
    #expect((answer == nil) == (outcome != "answered"))

    let app = try server.partner()
    let listed = try app.get("/__willcall/requests", "operation=cart.reserve")
    let entry = try #require(listed.json?.value(at: "/requests/0"))
    #expect(entry["outcome"]?.string == outcome)
    #expect(entry["status"]?.integer.map { Int($0) } == seen)
    #expect((entry["response"]?.isNull == false) == (outcome == "answered"))
    #expect(entry.value(at: "/unsent/status")?.integer.map { Int($0) } == unsent)
    if unsent != nil { #expect(entry.value(at: "/unsent/body/cart_id") != nil) }

    for name in ["answered", "lost", "reset", "empty", "hung", "truncated"] {
      let found = try app.get("/__willcall/requests", "operation=cart.reserve&outcome=\(name)")
      #expect(found.json?.value(at: "/requests")?.elements.count == (name == outcome ? 1 : 0))
      let body = #"{"operation":"cart.reserve","where":{"outcome":"\#(name)"}}"#
      #expect(try app.post("/__willcall/verify", body: body).status == (name == outcome ? 200 : 406))
    }
    let succeeded = #"{"operation":"cart.reserve","where":{"status":"2xx"},"times":{"exactly":1}}"#
    let isSuccess = seen.map { $0 < 300 } ?? false
    let verified = try app.post("/__willcall/verify", body: succeeded)
    #expect(verified.status == (isSuccess ? 200 : 406))
    if !isSuccess {
      #expect(verified.json?.value(at: "/nearMisses/0/failed/0/found")?.integer.map { Int($0) } == seen)
    }
    let metrics = try server.connect().request(.get, "/__willcall/metrics").text
    let label = seen.map { "\($0)" } ?? "none"
    #expect(metrics.contains(#"willcall_requests_total{operation="cart.reserve",status="\#(label)"} 1"#))
  }

  /// Nothing ever comes, and the journal says so at once.
  @Test func whatHangsIsHung() throws {
    let server = try RunningServer(["--limit", "drain-timeout=100ms"])
    let app = try server.partner()
    _ = try app.post(
      "/__willcall/faults", body: #"{"when":{"operation":"availability"},"then":{"fault":"hang"},"times":1}"#
    ).expecting(201)
    let hanging = try server.connect()
    try hanging.sendRequest(.get, "/partners/v1/events/\(Self.event)/availability?apikey=k")
    var entries: [JSONValue] = []
    while entries.isEmpty {
      entries =
        try app.get("/__willcall/requests", "outcome=hung").expecting(200).json?["requests"].map { Array($0.elements) }
        ?? []
    }
    #expect(entries[0]["status"]?.isNull == true && entries[0]["unsent"]?.isNull == true)
    #expect(try server.stop() == 0)
  }

  @Test func outcomesThatAreNoneAreRefused() throws {
    let app = try RunningServer().partner()
    #expect(try app.get("/__willcall/requests", "outcome=gone").status == 400)
    #expect(try app.post("/__willcall/verify", body: #"{"where":{"outcome":"gone"}}"#).status == 422)
  }
}
