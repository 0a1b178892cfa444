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

  @Test(arguments: [nil, "localhost", "127.0.0.1", "0.0.0.0"])
  func theEnvironmentSaysWhereTheServerIs(host: String?) throws {
    var environment = ["WILLCALL_PORT": "0"]
    environment["WILLCALL_HOST"] = host
    let server = try RunningServer(["serve"], takesAnyPort: false, environment: environment)
    environment["WILLCALL_PORT"] = "\(server.port)"
    #expect(try Command.run(["health"], environment: environment).status == 0)
    // exec has a server of its own, which is elsewhere.
    let exec = try Command.run(["exec", "--", "sh", "-c", "echo $WILLCALL_URL"], environment: environment)
    #expect(exec.output.hasPrefix("http://127.0.0.1:") && exec.output != server.url + "\n", "\(exec.errors)")
    #expect(try server.stop() == 0)
  }

  /// Options go before the environment, so only the server itself knows where it is.
  @Test func theReadyFileSaysWhereTheServerReallyIs() throws {
    let folder = try TemporaryFolder()
    let environment = [
      "WILLCALL_HOST": "0.0.0.0", "WILLCALL_PORT": "1", "WILLCALL_READY_FILE": folder.file("ready"),
    ]
    let server = try RunningServer(environment: environment)
    #expect(try Command.run(["health"], environment: environment).status == 0)
    #expect(try Command.run(["health", "--ready-file", folder.file("ready")]).status == 0)
    #expect(try server.stop() == 0)
    // The file went with the server.
    let gone = try Command.run(["health"], environment: environment)
    #expect(gone.status == 1 && gone.errors.contains("http://127.0.0.1:1"))
    let none = try Command.run(["health", "--ready-file", folder.file("ready")])
    #expect(none.status == 1 && none.errors.contains(folder.file("ready")))
  }

  @Test(arguments: ["", "{", "[]", "{\"url\":1}", "{\"port\":1}"])
  func aReadyFileThatIsNoneIsNoPlace(text: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "ready")
    let result = try Command.run(["health", "--ready-file", folder.file("ready")])
    #expect(result.status == 1 && result.errorLines.count == 1)
  }

  /// In a container whose file system is read-only nobody can write it, and the server has to run all the same.
  @Test func aReadyFileOfTheEnvironmentThatCannotBeWrittenIsOnlyLogged() throws {
    let folder = try TemporaryFolder()
    let server = try RunningServer(environment: ["WILLCALL_READY_FILE": folder.file("no/such/ready")])
    #expect(try server.partner().get("/partners/v1/events").status == 200)
    #expect(try server.stop() == 0)
    #expect(server.errors.contains("warning: cannot write the ready file \(folder.file("no/such/ready"))"))
  }

  @Test func waitingGoesOnUntilTheServerIsThere() throws {
    let folder = try TemporaryFolder()
    let waiting = try ChildProcess(
      Binary.path, ["health", "--wait", "60", "--ready-file", folder.file("ready")])
    let server = try RunningServer(["--ready-file", folder.file("ready")])
    #expect(try waiting.wait() == 0)
    #expect(waiting.output.text.contains("\"healthy\""))
    #expect(waiting.errors.text.isEmpty)
    #expect(try server.stop() == 0)
  }

  /// The second place takes connections and never answers.
  @Test(arguments: [false, true])
  func waitingEndsWhenItWasToldTo(isSilent: Bool) throws {
    let folder = try TemporaryFolder()
    try folder.write(
      #"{"name": "h", "rules": [{"name": "r", "when": {"operation": "events.list"}, "then": {"fault": "hang"}}]}"#,
      to: "hang.json")
    let server = try RunningServer(["--scenario", folder.file("hang.json")])
    let url = isSilent ? server.url + "/partners/v1/events?apikey=k&x=" : "http://127.0.0.1:1"
    let clock = ContinuousClock()
    let took = try clock.measure {
      let result = try Command.run(["health", "--wait", "0.6", "--url", url])
      #expect(result.status == 1 && result.errorLines.count == 1)
    }
    // Not the three seconds of a single question.
    #expect(took > .milliseconds(500) && took < .seconds(3))
    #expect(try server.stop() == 0)
  }

  @Test(arguments: ["ftp://127.0.0.1", "127.0.0.1", "http://"])
  func whatIsNoURLIsAFailureInOneLine(url: String) throws {
    let result = try Command.run(["health", "--url", url])
    #expect(result.status == 1)
    #expect(result.errorLines.count == 1)
  }

  /// Behind this base lies another 200, in JSON too.
  @Test func whateverElseAnswersIsNotHealthy() throws {
    try isRefused(by: try RunningServer(), because: "not the way WillCall does")
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
