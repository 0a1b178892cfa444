import Foundation
import Testing

/// `--help` and `--version`.
@Suite(.timeLimit(.minutes(5)))
struct HelpTests {
  static let commands =
    [
      "", "serve", "exec", "walkthrough", "report", "health", "trust", "clock", "log", "orders", "sandboxes", "reset",
      "token", "token decode", "token payload", "token draw",
      "scenario", "scenario list", "scenario show", "scenario validate",
      "scenario schema", "fixture", "fixture validate", "fixture schema", "openapi",
    ].map { (line: String) in line.split(separator: " ").map(String.init) }

  @Test(arguments: commands)
  func everyCommandExplainsItself(command: [String]) throws {
    let result = try Command.run(command + ["--help"])
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
    #expect(result.output.hasPrefix("OVERVIEW: "))
    #expect(result.width <= 80)
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

  /// The list above is the whole of it: every subcommand that a page lists has a page here.
  @Test func everyCommandIsInTheList() throws {
    for command in Self.commands {
      let help = try Command.run(command + ["--help"]).output
      guard let list = help.components(separatedBy: "SUBCOMMANDS:").dropFirst().first else { continue }
      for entry in HelpText.entries(list) where !entry.name.isEmpty {
        let name = entry.name.split(separator: " ").first.map(String.init) ?? ""
        #expect(Self.commands.contains(command + [name]), "\(command) \(name)")
      }
    }
  }

  @Test func theVersionIsOneThatTheHealthAnswerPrints() throws {
    let result = try Command.run(["--version"])
    #expect(result.status == 0)
    let server = try RunningServer()
    let health = try server.partner().get("/__willcall/health")
    #expect(try result.output == health.value("/version") + "\n")
  }
}
