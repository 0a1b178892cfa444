import CommandArguments
import Scenarios
import WillCall

/// `willcall scenario show NAME`.
struct ScenarioShowCommand: Command {
  static let name = "show"
  static let abstract = "Print the file of a bundled scenario."

  static var operand: Operand<Self>? {
    .one("name", help: "The name, as list prints it.", completion: .values(ScenarioLibrary.names)) { $0.name = $1 }
  }

  private var name = ""

  func run() throws(CommandFailure) {
    let scenarios = try ScenarioLibrary.bundled()
    guard let scenario = scenarios.first(where: { $0.name == name }) else {
      let known = scenarios.map(\.name).joined(separator: ", ")
      throw .usage("there is no scenario \(TerminalText.escaped(name)); there are \(known)")
    }
    let file = ScenarioLoader.bundledFile(scenario.name) ?? scenario.source
    StandardStreams.output(TextFile.text(file))
  }
}
