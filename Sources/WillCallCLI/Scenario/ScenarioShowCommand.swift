import CommandArguments
import JSONText
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
      let names = scenarios.map(\.name)
      let meant = Spelling.nearest(to: name, among: names).map { "did you mean \($0)? There" } ?? "there"
      throw .usage(
        "there is no scenario \(TerminalText.escaped(name)); \(meant) are \(names.joined(separator: ", "))")
    }
    let file = ScenarioLoader.bundledFile(scenario.name) ?? scenario.source
    StandardStreams.output(TextFile.text(file))
  }
}
