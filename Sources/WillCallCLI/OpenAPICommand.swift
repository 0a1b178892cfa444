import ArgumentParser
import WillCall

/// `willcall openapi`: the Partner API for machines.
struct OpenAPICommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "openapi", abstract: "Print the Partner API as an OpenAPI 3.1 document.")

  @Option(help: ArgumentHelp("Where clients reach the server.", valueName: "url"))
  var url = "http://localhost:8490"

  func run() {
    StandardStreams.output(WillCall.openAPI(server: url))
  }
}
