import CommandArguments
import WillCall

/// `willcall fixture schema`.
struct FixtureSchemaCommand: Command {
  static let name = "schema"
  static let abstract = "Print the JSON Schema of fixtures."

  func run() {
    StandardStreams.output(TextFile.text(FixtureLoader.schema))
  }
}
