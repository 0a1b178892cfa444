import HTTPTypes
import JSONText
import LoopbackClient
import Testing

/// `GET /__willcall/health` and what else lives under `/__willcall/`.
@Suite(.timeLimit(.minutes(5)))
struct HealthTests {
  @Test func aReadyServerSaysWhatItIs() throws {
    let server = try RunningServer(["--start-time", "2026-12-01T18:00:00Z", "--clock-rate", "0"])
    let connection = try server.connect()
    let answer = try Answer(connection.request(.get, "/__willcall/health"))
    #expect(answer.status == 200)
    #expect(answer.response["Content-Type"] == "application/json")
    #expect(answer.json?.members.map(\.key) == ["status", "version", "uptimeInSeconds", "timestamp"])
    #expect(try answer.value("/status") == "healthy")
    #expect(try answer.value("/version").split(separator: ".").count == 3)
    #expect((0...120).contains(try #require(answer.json?["uptimeInSeconds"]?.integer)))
    #expect(try answer.value("/timestamp").hasPrefix("2026-12-01T18:00:00"))
  }

  @Test func itNeedsNoKeyAndAnswersAllowListedServersToo() throws {
    let server = try RunningServer(["--api-key", "one"])
    #expect(try server.connect().request(.get, "/__willcall/health").status == 200)
  }

  @Test(arguments: ["/__willcall/nope", "/__willcall/health/"])
  func whatTheControlAPIHasNotIsToldInItsOwnShape(path: String) throws {
    let server = try RunningServer()
    let answer = try Answer(server.connect().request(.get, path))
    #expect(answer.status == 404)
    #expect(answer.json?["error"]?.members.map(\.key) == ["message", "path", "expected", "found"])
    #expect(try answer.value("/error/found") == path)
  }

  @Test func onlyGetAndHeadMayAsk() throws {
    let server = try RunningServer()
    let connection = try server.connect()
    let answer = try Answer(connection.request(.post, "/__willcall/health"))
    #expect(answer.status == 405)
    #expect(answer.response["Allow"]?.contains("GET") == true)
    #expect(try connection.request(.head, "/__willcall/health").status == 200)
  }
}
