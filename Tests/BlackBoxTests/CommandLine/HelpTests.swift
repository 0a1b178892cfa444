import Testing

/// `--help` and `--version`.
@Suite(.timeLimit(.minutes(5)))
struct HelpTests {
  static let commands = [
    [], ["serve"], ["exec"], ["walkthrough"], ["report"], ["health"], ["token"], ["token", "decode"],
    ["token", "payload"],
    ["openapi"],
  ]

  @Test(arguments: commands)
  func everyCommandExplainsItself(command: [String]) throws {
    let result = try Command.run(command + ["--help"])
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
    #expect(result.output.hasPrefix("OVERVIEW: "))
    #expect(result.output.contains("USAGE: \((["willcall"] + command).joined(separator: " "))"))
    #expect(try Command.run(command + ["-h"]).output == result.output)
    #expect(try Command.run(["help"] + command).output == result.output)
  }

  @Test(arguments: commands)
  func everyOptionAndArgumentHasAnExplanation(command: [String]) throws {
    let help = try Command.run(command + ["--help"]).output
    let entries = HelpText.entries(help)
    #expect(entries.contains { $0.name.contains("--help") })
    for entry in entries { #expect(entry.explanation.count >= 10, "\(entry.name) is not explained") }
  }

  @Test func theVersionIsOneThatTheHealthAnswerPrints() throws {
    let result = try Command.run(["--version"])
    #expect(result.status == 0)
    let server = try RunningServer()
    let health = try server.partner().get("/__willcall/health")
    #expect(try result.output == health.value("/version") + "\n")
  }
}
