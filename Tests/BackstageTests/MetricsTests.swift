import Backstage
import HTTPTypes
import Testing

/// `GET metrics` and `GET health`.
@Suite struct MetricsTests {
  @Test func countsByOperationAndStatus() throws {
    let stage = try Stage(rate: 1)
    try stage.hold(EventID.phoenix, key: "one-secret")
    try stage.hold(EventID.phoenix, key: "two-secret")
    _ = try stage.ask(.post, "/partners/v1/events/\(EventID.phoenix)/cart", "{}", key: "two-secret")
    stage.realTime.advance(by: .seconds(90))
    let answer = try stage.control(.get, "metrics", key: .some(nil))
    #expect(answer.status == 200)
    #expect(answer.header("Content-Type") == "text/plain; version=0.0.4; charset=utf-8")
    for line in [
      #"willcall_info{version="1.2.3"} 1"#, "willcall_uptime_seconds 90",
      #"willcall_requests_total{operation="cart.reserve",status="200"} 2"#,
      #"willcall_requests_total{operation="cart.reserve",status="400"} 1"#, "willcall_sandboxes 2",
      "willcall_live_carts 2", "willcall_orders 6",
    ] {
      #expect(answer.text.contains("\n\(line)\n"), "\(line) in \(answer.text)")
    }
    #expect(!answer.text.contains("secret"), "no keys in labels")
    stage.realTime.advance(by: .seconds(300))
    #expect(try stage.control(.get, "metrics").text.contains("\nwillcall_live_carts 0\n"))
  }

  @Test func everyMetricHasHelpAndType() throws {
    let lines = try Stage().control(.get, "metrics").text.split(separator: "\n")
    for line in lines where !line.hasPrefix("#") {
      let name = line.prefix { $0 != "{" && $0 != " " }
      #expect(lines.contains { $0.hasPrefix("# HELP \(name) ") }, "\(name)")
      #expect(lines.contains { $0.hasPrefix("# TYPE \(name) ") }, "\(name)")
      #expect(UInt64(line.split(separator: " ").last ?? "") != nil, "\(line)")
    }
  }

  @Test func countsOutliveResetAndEviction() throws {
    let stage = try Stage(limit: 8)
    for number in 1...20 { try stage.hold(EventID.phoenix, key: "key-\(number)") }
    _ = try stage.control(.post, "reset", key: "*")
    let line = #"willcall_requests_total{operation="cart.reserve",status="200"} 20"#
    #expect(try stage.control(.get, "metrics").text.contains(line))
  }

  @Test func healthFollowsThePhase() throws {
    let stage = try Stage()
    #expect(try stage.control(.get, "health?x=1", key: .some(nil)).status == 200)
    stage.status.enter(.draining)
    #expect(try stage.control(.get, "health", key: .some(nil)).status == 503)
  }
}
