import Dispatch
import Testing

/// `willcall walkthrough`.
@Suite(.timeLimit(.minutes(5)))
struct WalkthroughTests {
  static let titles = [
    "1. What is on sale?", "2. Hold two seats", "3. Pay", "4. Buy", "5. Open the order on the fan's phone",
    "6. Show the ticket at the gate",
  ]

  /// What the control API adds.
  private static func entry(from number: Int) -> [String] {
    ["Move to the evening of the event", "Show the ticket at the gate", "Hold it under the scanner"].enumerated()
      .map { "\(number + $0.offset). \($0.element)" }
  }

  static let delayedTitles =
    titles + ["7. Let three days pass", "8. Open the order on the fan's phone", "9. Show the ticket at the gate"]
    + entry(from: 10)

  /// Checks what both variants have in common: numbered steps, each with a request, a status and a sentence.
  private func expectSteps(_ result: Command, _ titles: [String] = titles + entry(from: 7), statuses: [String]) {
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.errors.isEmpty)
    let lines = result.outputLines
    #expect(lines.filter { titles.contains($0) } == titles)
    #expect(lines.filter { $0.hasPrefix("   = ") } == statuses.map { "   = \($0)" })
    #expect(result.width <= 80)
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
    expectSteps(result, statuses: Array(repeating: "200 OK", count: 9))
    #expect(result.output.contains("PDF417 after 0 s"))
    #expect(result.output.contains("verdict   admit\n"))
    #expect(result.output.contains("sentence  Welcome: "))
    #expect(result.output.contains("unpaid     0.00"))
  }

  @Test func withDelayDeliveryTheTokenIsRefusedUntilItsDate() throws {
    let server = try RunningServer()
    // A second time, because the first leaves a clock behind that is past the date.
    for arguments in [[], ["--url", server.url], ["--url", server.url]] {
      let result = try Command.run(["walkthrough", "--delay-delivery"] + arguments)
      expectSteps(
        result, Self.delayedTitles,
        statuses: Array(repeating: "200 OK", count: 5) + ["400 Bad Request"] + Array(repeating: "200 OK", count: 6))
      let steps = result.outputLines.split { $0.isEmpty }.dropFirst().map { $0.joined(separator: "\n") }
      // The refusal before the date is what it shows.
      if !arguments.isEmpty { #expect(try server.brokenRules() == ["no-refresh-before-delivery"]) }
      guard steps.count == 12 else { continue }
      #expect(steps[4].contains("delay date") && !steps[4].contains("     token"))
      #expect(steps[5].contains("delivery.delayed"))
      #expect(steps[6].contains("deliverable    1"))
      #expect(steps[7].contains("     token"))
      #expect(steps[8].contains("PDF417 after 0 s"))
      #expect(steps[11].contains("verdict   admit"))
    }
  }

  @Test func withDelayDeliveryTheControlAPIIsNeeded() throws {
    let server = try RunningServer(["--no-control"])
    let result = try Command.run(["walkthrough", "--delay-delivery", "--url", server.url])
    #expect(result.status == 1)
    #expect(result.errors.contains("needs the control API, which answered 404"))
    #expect(result.errorLines.count == 1)
  }

  @Test func withoutTheControlAPIItEndsWithTheSixSteps() throws {
    let server = try RunningServer(["--no-control"])
    let result = try Command.run(["walkthrough", "--url", server.url])
    expectSteps(result, Self.titles, statuses: Array(repeating: "200 OK", count: 6))
  }

  @Test func itPlaysOnARunningServerAgainAndAgain() throws {
    let folder = try TemporaryFolder()
    let server = try RunningServer(["--unix", folder.file("s")], listeners: 2)
    for url in server.urls + [server.url + "/"] {
      expectSteps(
        try Command.run(["walkthrough", "--url", url]), statuses: Array(repeating: "200 OK", count: 9))
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

  @Test func theKeyIsTheOneThatIsNamed() throws {
    let server = try RunningServer(["--api-key", "one & only"])
    let result = try Command.run(["walkthrough", "--url", server.url, "--key", "one & only"])
    expectSteps(result, statuses: Array(repeating: "200 OK", count: 9))
    #expect(result.output.contains("with key one & only."))
    #expect(result.output.contains("apikey=one%20%26%20only"))
  }

  /// A word that is longer than a line is broken where it must be.
  @Test func aLongKeyFitsToo() throws {
    let result = try Command.run(["walkthrough", "--api-key", String(repeating: "long-", count: 39)])
    #expect(result.status == 0)
    #expect(result.outputLines.drop { !$0.isEmpty }.allSatisfy { $0.count <= 80 })
  }

  @Test func theControlTokenIsHandedOn() throws {
    let server = try RunningServer(["--control-token", "secret"])
    let line = ["walkthrough", "--delay-delivery", "--url", server.url]
    #expect(try Command.run(line).errors.contains("which answered 401"))
    #expect(try Command.run(line + ["--control-token", "secret"]).status == 0)
    #expect(try Command.run(line, environment: ["WILLCALL_CONTROL_TOKEN": "secret"]).status == 0)
    #expect(try Command.run(line, environment: ["WILLCALL_CONTROL_TOKEN": "two words"]).status == 2)
  }

  @Test func itWaitsBetweenStepsForAsLongAsIsAskedFor() throws {
    let server = try RunningServer()
    let start = ContinuousClock.now
    let result = try Command.run(["walkthrough", "--url", server.url, "--pace", "0.1"])
    let took = ContinuousClock.now - start
    #expect(result.status == 0)
    // Nine steps have eight pauses.
    #expect(took >= .milliseconds(800))
  }

  @Test func itWaitsForAKeyBetweenSteps() throws {
    let process = try ChildProcess(
      Binary.path, ["walkthrough", "--pace", "key"], environment: ["TERM": "dumb"], onTerminal: true, canType: true)
    for count in 1...8 {
      let isAsked = process.output.wait(until: .now() + .seconds(30)) { prompts($0) == count }
      #expect(isAsked)
      #expect(!process.output.text.contains("\(count + 1). "), "the next step has not begun")
      try process.type(" ")
    }
    #expect(try process.wait() == 0)
    #expect(prompts(process.output.text) == 8)
    #expect(process.isTerminalAsEver)
  }

  @Test(arguments: ["q", "\u{3}", "\u{4}"])
  func itEndsWhereSomebodyHasSeenEnough(key: String) throws {
    let process = try ChildProcess(
      Binary.path, ["walkthrough", "--pace", "key"], environment: ["TERM": "dumb"], onTerminal: true, canType: true)
    #expect(process.output.wait(until: .now() + .seconds(30)) { prompts($0) == 1 })
    try process.type(key)
    #expect(try process.wait() == 130)
    #expect(process.isTerminalAsEver)
  }

  private func prompts(_ text: String) -> Int { text.matches(of: /press a key/).count }

  @Test func whereNobodyCanTypeThereIsNoKeyToWaitFor() throws {
    let result = try Command.run(["walkthrough", "--pace", "key"])
    #expect(result.status == 2)
    #expect(result.output.isEmpty && result.errors.contains("needs a terminal"))
  }
}
