import CommandArguments
import WillCall

/// `willcall openapi`: prints the OpenAPI document of the Partner API or the control API.
struct OpenAPICommand: Command {
  static let name = "openapi"
  static let abstract = "Print the Partner API, or the control API, as an OpenAPI 3.1 document."

  static var options: [CommandOption<Self>] {
    [
      .text(
        "url", value: "url", help: "Where clients reach the server. (default: http://localhost:8490)",
        set: { $0.url = $1 }),
      .flag("control", help: "Print the control API instead.") { $0.isControl = true },
    ]
  }

  private var isControl = false
  private var url = "http://localhost:8490"

  func run() {
    StandardStreams.output(isControl ? WillCall.controlOpenAPI(server: url) : WillCall.openAPI(server: url))
  }
}
