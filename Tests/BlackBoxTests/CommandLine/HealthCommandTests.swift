import Testing

/// `willcall health`.
@Suite(.timeLimit(.minutes(5)))
struct HealthCommandTests {
  @Test func aServerThatIsReadyIsHealthy() throws {
    let folder = try TemporaryFolder()
    let server = try RunningServer(["--unix", folder.file("s")], listeners: 2)
    for url in server.urls + [server.url + "/"] {
      let result = try Command.run(["health", "--url", url])
      #expect(result.status == 0)
      #expect(result.output.contains("\"status\":\"healthy\""))
      #expect(result.errors.isEmpty)
    }
  }

  @Test func aServerThatIsGoneIsNot() throws {
    let server = try RunningServer()
    #expect(try server.stop() == 0)
    let result = try Command.run(["health", "--url", server.url])
    #expect(result.status == 1)
    #expect(result.output.isEmpty)
    #expect(result.errorLines.count == 1)
    #expect(result.errors.contains(server.url))
  }

  @Test(arguments: ["ftp://127.0.0.1", "127.0.0.1", "http://"])
  func whatIsNoURLIsAFailureInOneLine(url: String) throws {
    let result = try Command.run(["health", "--url", url])
    #expect(result.status == 1)
    #expect(result.errorLines.count == 1)
  }

  /// Behind this base lies another 200, in JSON too.
  @Test func whateverElseAnswersIsNotHealthy() throws {
    try isRefused(by: try RunningServer(), because: "not as WillCall does")
  }

  @Test func anAnswerThatDoesNotEndSoonIsNotReadToItsEnd() throws {
    let folder = try TemporaryFolder()
    let text = String(repeating: "x", count: 20_000)
    try folder.write(
      """
      {"name": "long", "rules": [
        {"name": "r", "when": {"operation": "events.list"}, "then": {"respond": {"status": 200, "text": "\(text)"}}}
      ]}
      """, to: "long.json")
    try isRefused(by: try RunningServer(["--scenario", folder.file("long.json")]), because: "more than 16384 bytes")
  }

  private func isRefused(by server: RunningServer, because reason: String) throws {
    let result = try Command.run(["health", "--url", server.url + "/partners/v1/events?apikey=k&x="])
    #expect(result.status == 1)
    #expect(result.output.isEmpty)
    #expect(result.errorLines.count == 1 && result.errors.contains(reason))
  }
}
