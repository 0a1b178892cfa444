import CommandArguments
import JSONText

/// `willcall reset`: puts a sandbox back to its initial state.
struct ResetCommand: ControlCommand {
  static let name = "reset"
  static let abstract = "Reset a running server's sandbox to its initial state."
  static let discussion = "--key '*' resets all sandboxes."

  private static let parts = ["state", "clock", "journal", "ledger", "scenarios", "faults"]

  static var options: [CommandOption<Self>] {
    [
      keyOption,
      .option(
        "part", value: "part", expected: parts.joined(separator: ", "),
        help: "Reset only this part (repeatable): \(parts.joined(separator: ", ")). Default: all of them.",
        completion: .values(parts), parse: { parts.contains($0) ? $0 : nil }, set: { $0.chosen.append($1) }),
    ] + serverOptions
  }

  var control = ControlArguments()
  private var chosen: [String] = []

  func run() throws(CommandFailure) {
    let list = chosen.map { "\"\($0)\"" }.joined(separator: ",")
    let answer = try control.client().post("reset", chosen.isEmpty ? "{}" : "{\"parts\":[\(list)]}", member: "reset")
    let parts = answer["reset"].map { $0.elements.compactMap(\.string) } ?? []
    StandardStreams.output("reset \(TerminalText.escaped(parts.joined(separator: ", ")))")
  }
}
