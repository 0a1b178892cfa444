import HTTPTypes
import JSONText
import Testing

/// The bundled stories in which time passes and one ticket fails: what the client is told, and that it is not blamed.
@Suite struct ArrangedStoryTests {
  private static func stage(_ scenario: String) throws -> Stage {
    let stage = try Stage()
    let answer = try stage.control(.put, "scenarios", #"{"active":["\#(scenario)"]}"#)
    try #require(answer.status == 200, "\(answer.text)")
    return stage
  }

  private static func render(_ stage: Stage, row: String = #""row":"17","#) throws -> Answer {
    let tickets = [("1", "964537283421"), ("2", "963267823784")].map { seat, barcode in
      #"{"eventId":"3F005237E5CB39EA","section":"G",\#(row)"seat":"\#(seat)","barcode":"\#(barcode)"}"#
    }
    return try stage.ask(
      .post, "/marketplace/v1/securerender",
      #"{"deviceId":"d","deviceType":"WEB","deviceOs":"OTHER","tickets":[\#(tickets.joined(separator: ","))]}"#,
      headers: ["Host": "localhost:8490", "x-user-id": "783412345"])
  }

  @Test func aCartThatRanOutByTheScenarioIsNobodysFault() throws {
    let stage = try Self.stage("cart-expires-in-payment")
    let late = try stage.pay(stage.hold(EventID.phoenix))
    #expect(late.status == 400)
    _ = try stage.buy(EventID.phoenix)
    #expect(try stage.rules("broken") == [])
  }

  @Test func aTicketThatFailsByTheScenarioIsNobodysFault() throws {
    let stage = try Self.stage("partial-render")
    for _ in 0..<4 {
      let answer = try Self.render(stage)
      #expect(answer.status == 400)
      #expect(answer.json?.value(at: "/tickets/0/token") != nil)
      #expect(answer.json?.value(at: "/tickets/1/token") == nil)
      #expect(try answer.string("/tickets/1/error/error") == "missing.row.attribute")
      #expect(try answer.integer("/tickets/1/error/code") == 400)
    }
    #expect(try stage.rules("broken") == [])
  }

  @Test func whatIsWrongWithTheRequestIsToldFirstAndStillCounts() throws {
    let stage = try Self.stage("partial-render")
    _ = try stage.control(
      .put, "scenarios",
      """
      {"active":[{"name":"voided","rules":[{"name":"r","when":{"operation":"securerender"},
       "then":{"error":"ticket.voided","ticket":2}}]}]}
      """)
    #expect(try Self.render(stage).string("/tickets/1/error/error") == "ticket.voided")
    let incomplete = try Self.render(stage, row: "")
    #expect(try incomplete.string("/tickets/1/error/error") == "missing.row.attribute")
    #expect(try stage.rules("broken") == ["render-fields-complete"])
  }

  @Test func theVerdictStandsBesideEveryForm() throws {
    let stage = try Stage()
    for format in ["json", "text", "junit", "html", "github", "markdown"] {
      #expect(try stage.report(more: "?format=\(format)").header("X-Willcall-Verdict") == "incomplete")
    }
    _ = try Self.render(stage, row: "")
    #expect(try stage.report(key: "*").header("X-Willcall-Verdict") == "not ready")
    #expect(try stage.report(more: "?format=text&colours=true").text.contains("\u{1B}["))
    #expect(try !stage.report(more: "?format=text&colours=false").text.contains("\u{1B}["))
    #expect(try stage.control(.get, "report?colours=red").status == 400)
  }
}
