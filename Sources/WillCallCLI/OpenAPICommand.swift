import CommandArguments
import WillCall

/// `willcall openapi`: the Partner API for machines.
struct OpenAPICommand: Command {
  static let name = "openapi"
  static let abstract = "Print the Partner API as an OpenAPI 3.1 document."

  static var options: [CommandOption<Self>] {
    [
      .text(
        "url", value: "url", help: "Where clients reach the server. (default: http://localhost:8490)",
        set: { $0.url = $1 })
    ]
  }

  private var url = "http://localhost:8490"

  func run() {
    StandardStreams.output(WillCall.openAPI(server: url))
  }
}
