import CommandArguments
import WillCall

/// `willcall scenario schema`.
struct ScenarioSchemaCommand: Command {
  static let name = "schema"
  static let abstract = "Print the JSON Schema of scenario files."

  func run() {
    StandardStreams.output(TextFile.text(ScenarioLoader.schema))
  }
}
