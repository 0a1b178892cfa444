import CommandArguments
import Scenarios
import WillCall

/// `willcall scenario list`.
struct ScenarioListCommand: Command {
  static let name = "list"
  static let abstract = "List the bundled scenarios with their stories."

  func run() throws(CommandFailure) {
    for scenario in try ScenarioLibrary.bundled() {
      StandardStreams.output(scenario.name)
      let story = TerminalText.wrapped(scenario.description ?? "", from: 4, indent: 4)
      StandardStreams.output("    " + story.joined(separator: "\n"))
    }
  }
}
