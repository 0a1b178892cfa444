import Testing

/// `willcall walkthrough`.
@Suite(.timeLimit(.minutes(2)))
struct WalkthroughTests {
  static let titles = [
    "1. What is on sale?", "2. Hold two seats", "3. Pay", "4. Buy", "5. Open the order on the fan's phone",
    "6. Show the ticket at the gate",
  ]

  /// Checks what both variants have in common: six numbered steps, each with a request, a status and a sentence.
  private func expectSixSteps(_ result: Command, statuses: [String]) {
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.errors.isEmpty)
    let lines = result.outputLines
    #expect(lines.filter { Self.titles.contains($0) } == Self.titles)
    #expect(lines.filter { $0.hasPrefix("   = ") } == statuses.map { "   = \($0)" })
    let steps = lines.split { $0.isEmpty }.dropFirst()
    #expect(steps.count == 6)
    for step in steps {
      let request = step.dropFirst().first ?? ""
      #expect(["GET ", "POST ", "PUT "].contains { request.hasPrefix("   " + $0 + "/") }, "\(step)")
      #expect(step.contains { $0.hasPrefix("   > ") }, "\(step)")
    }
    #expect(!result.output.contains("\u{1B}"), "no styles where no terminal is")
  }

  @Test func itPlaysTheSixStepsOnAServerOfItsOwn() throws {
    let result = try Command.run(["walkthrough"])
    expectSixSteps(result, statuses: Array(repeating: "200 OK", count: 6))
    #expect(result.output.contains("PDF417 after 0 s"))
    #expect(result.output.contains("unpaid     0.00"))
  }

  @Test func withDelayDeliveryTheTokenIsRefused() throws {
    let result = try Command.run(["walkthrough", "--delay-delivery"])
    expectSixSteps(result, statuses: Array(repeating: "200 OK", count: 5) + ["400 Bad Request"])
    #expect(result.output.contains("delay date"))
    #expect(result.output.contains("delivery.delayed"))
  }

  @Test func itPlaysOnARunningServerAgainAndAgain() throws {
    let folder = try TemporaryFolder()
    let server = try RunningServer(["--unix", folder.file("s")], listeners: 2)
    for url in server.urls + [server.url + "/"] {
      expectSixSteps(
        try Command.run(["walkthrough", "--url", url]), statuses: Array(repeating: "200 OK", count: 6))
    }
    let orders = try server.partner("walkthrough").get("/partners/v1/orders", "order_number=39-30003/PHX")
    #expect(orders.status == 200)
  }

  @Test func aServerThatIsNotThereIsAFailureInOneLine() throws {
    let server = try RunningServer()
    #expect(try server.stop() == 0)
    let result = try Command.run(["walkthrough", "--url", server.url])
    #expect(result.status == 1)
    #expect(result.errorLines.count == 1)
    #expect(result.errors.contains(server.url))
  }

  @Test func aServerThatRefusesIsAFailureWithItsReason() throws {
    let server = try RunningServer(["--api-key", "other"])
    let result = try Command.run(["walkthrough", "--url", server.url])
    #expect(result.status == 1)
    #expect(result.errors.contains("step 1 expected status 200, found 401"))
  }
}
