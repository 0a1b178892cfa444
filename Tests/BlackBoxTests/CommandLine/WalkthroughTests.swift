import Testing

/// `willcall walkthrough`.
@Suite(.timeLimit(.minutes(5)))
struct WalkthroughTests {
  static let titles = [
    "1. What is on sale?", "2. Hold two seats", "3. Pay", "4. Buy", "5. Open the order on the fan's phone",
    "6. Show the ticket at the gate",
  ]

  static let delayedTitles =
    titles + ["7. Let three days pass", "8. Open the order on the fan's phone", "9. Show the ticket at the gate"]

  /// Checks what both variants have in common: numbered steps, each with a request, a status and a sentence.
  private func expectSteps(_ result: Command, _ titles: [String] = titles, statuses: [String]) {
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.errors.isEmpty)
    let lines = result.outputLines
    #expect(lines.filter { titles.contains($0) } == titles)
    #expect(lines.filter { $0.hasPrefix("   = ") } == statuses.map { "   = \($0)" })
    #expect(lines.dropFirst().allSatisfy { $0.count <= 120 }, "all but the URL fits a terminal")
    let steps = lines.split { $0.isEmpty }.dropFirst()
    #expect(steps.count == titles.count)
    for step in steps {
      let request = step.dropFirst().first ?? ""
      #expect(["GET ", "POST ", "PUT "].contains { request.hasPrefix("   " + $0 + "/") }, "\(step)")
      #expect(step.contains { $0.hasPrefix("   > ") }, "\(step)")
    }
    #expect(!result.output.contains("\u{1B}"), "no styles where no terminal is")
  }

  @Test func itPlaysTheSixStepsOnAServerOfItsOwn() throws {
    let result = try Command.run(["walkthrough"])
    expectSteps(result, statuses: Array(repeating: "200 OK", count: 6))
    #expect(result.output.contains("PDF417 after 0 s"))
    #expect(result.output.contains("unpaid     0.00"))
  }

  @Test func withDelayDeliveryTheTokenIsRefusedUntilItsDate() throws {
    let server = try RunningServer()
    // A second time, because the first leaves a clock behind that is past the date.
    for arguments in [[], ["--url", server.url], ["--url", server.url]] {
      let result = try Command.run(["walkthrough", "--delay-delivery"] + arguments)
      expectSteps(
        result, Self.delayedTitles,
        statuses: Array(repeating: "200 OK", count: 5) + ["400 Bad Request"] + Array(repeating: "200 OK", count: 3))
      let steps = result.outputLines.split { $0.isEmpty }.dropFirst().map { $0.joined(separator: "\n") }
      // The refusal before the date is what it shows.
      if !arguments.isEmpty { #expect(try server.brokenRules() == ["no-refresh-before-delivery"]) }
      guard steps.count == 9 else { continue }
      #expect(steps[4].contains("delay date") && !steps[4].contains("     token"))
      #expect(steps[5].contains("delivery.delayed"))
      #expect(steps[6].contains("deliverable    1"))
      #expect(steps[7].contains("     token"))
      #expect(steps[8].contains("PDF417 after 0 s"))
    }
  }

  @Test func withDelayDeliveryTheControlAPIIsNeeded() throws {
    let server = try RunningServer(["--no-control"])
    let result = try Command.run(["walkthrough", "--delay-delivery", "--url", server.url])
    #expect(result.status == 1)
    #expect(result.errors.contains("needs the control API, which answered 404"))
    #expect(result.errorLines.count == 1)
  }

  @Test func itPlaysOnARunningServerAgainAndAgain() throws {
    let folder = try TemporaryFolder()
    let server = try RunningServer(["--unix", folder.file("s")], listeners: 2)
    for url in server.urls + [server.url + "/"] {
      expectSteps(
        try Command.run(["walkthrough", "--url", url]), statuses: Array(repeating: "200 OK", count: 6))
    }
    #expect(try server.brokenRules() == [])
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
