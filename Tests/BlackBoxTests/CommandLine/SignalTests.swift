import HTTPTypes
import LoopbackClient
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How a server stops.
@Suite(.timeLimit(.minutes(5)))
struct SignalTests {
  @Test(arguments: [SIGTERM, SIGINT, SIGHUP])
  func aSignalStopsItCleanly(signal: Int32) throws {
    let server = try RunningServer()
    let partner = try server.partner()
    #expect(try partner.get("/partners/v1/events").status == 200)
    #expect(try server.stop(signal) == 0)
    #expect(try partner.connection.readToEnd().isEmpty, "an idle connection is closed")
    #expect(throws: ClientError.self) { try server.connect() }
  }

  /// Dispatch begins to listen for signals some time after it is told to.
  @Test(arguments: 0..<24)
  func aSignalIsHeardFromTheFirstLineOn(start: Int) throws {
    #expect(try RunningServer().stop() == 0, "start \(start)")
  }

  @Test func aRequestWhoseBodyIsUnfinishedIsAnsweredBeforeTheEnd() throws {
    let server = try RunningServer()
    let body = "{\"reserve\":{\"tickets\":[{\"id\":\"000000000001\"}]}}"
    let unfinished = try Unfinished(server, body: body)
    let question = try Unfinished(server, path: "/__willcall/health")
    let idle = try server.partner()
    #expect(try idle.get("/partners/v1/events").status == 200)

    server.send(SIGTERM)
    #expect(try idle.connection.readToEnd().isEmpty)
    // The idle connection was closed, so the server is draining; nobody else may come in.
    #expect(throws: ClientError.self) { try server.connect() }
    let health = try question.finish()
    #expect(health.status == 503)
    #expect(try health.value("/status") == "draining")
    let reserved = try unfinished.finish()
    #expect(reserved.status == 200)
    #expect(try reserved.value("/cart/hold_time") == "300")
    for request in [question, unfinished] { #expect(try request.isClosedByTheServer()) }
    #expect(try server.wait() == 0)
  }

  @Test func aBodyThatNeverComesHoldsUpTheEndForTheDrainTimeoutAtMost() throws {
    let server = try RunningServer(["--limit", "drain-timeout=200ms"])
    let unfinished = try Unfinished(server, body: "{}")
    #expect(try server.stop() == 0)
    #expect(throws: ClientError.self) { try unfinished.finish() }
  }

  @Test func aSecondSignalEndsItAtOnce() throws {
    let folder = try TemporaryFolder()
    let server = try RunningServer(["--limit", "drain-timeout=60s", "--ready-file", folder.file("ready")])
    #expect(folder.has("ready"))
    let unfinished = try Unfinished(server, body: "{}")
    let idle = try server.partner()
    #expect(try idle.get("/partners/v1/events").status == 200)
    server.send(SIGTERM)
    #expect(try idle.connection.readToEnd().isEmpty)
    #expect(try server.stop() == 1)
    #expect(!folder.has("ready"))
    #expect(throws: ClientError.self) { try unfinished.finish() }
  }

  @Test func everyRequestUnderWayIsAnswered() throws {
    let server = try RunningServer()
    let perConnection = 5
    let partners = try (0..<4).map { try server.partner("k\($0)") }
    for partner in partners { #expect(try partner.get("/__willcall/health").status == 200) }
    let target = "/partners/v1/events/\(SampleEvent.big)/availability?apikey="
    for partner in partners {
      let request = "GET \(target)\(partner.key) HTTP/1.1\r\nHost: localhost\r\n\r\n"
      try partner.connection.send(String(repeating: request, count: perConnection))
    }
    server.send(SIGTERM)
    for partner in partners {
      for _ in 0..<perConnection {
        // Hundreds of kilobytes each: not parsed here, but framed.
        let response = try partner.connection.readResponse()
        #expect(response.status == 200)
        #expect(response.body.starts(with: "{\"event\":{\"id\":\"\(SampleEvent.big)\"".utf8))
      }
      #expect(try partner.connection.readToEnd().isEmpty)
    }
    #expect(try server.wait() == 0)
  }
}
