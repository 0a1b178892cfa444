import CommandArguments
import JSONText

/// `willcall sandboxes`: lists who uses a server.
struct SandboxesCommand: ControlCommand {
  static let name = "sandboxes"
  static let abstract = "List the sandboxes of a running server."
  static let discussion = "Keys that look like those of a real contract are masked."

  static var options: [CommandOption<Self>] { serverOptions }

  var control = ControlArguments()

  func run() throws(CommandFailure) {
    let client = try control.client()
    // All sandboxes are meant, whatever the environment says.
    let answer = try ControlClient(baseURL: client.baseURL, key: nil, token: client.token).get(
      "sandboxes", member: "sandboxes")
    var table = TextTable([
      .init("KEY", least: 8), .init("REQUESTS", isNumber: true), .init("CARTS", isNumber: true),
      .init("ORDERS", isNumber: true), .init("NOW"),
    ])
    let sandboxes = answer["sandboxes"].map { Array($0.elements) } ?? []
    for sandbox in sandboxes {
      table.add(
        ["key", "requests", "carts", "orders", "now"].map { name in
          sandbox[name].map { $0.isNull ? "" : $0.string ?? $0.text } ?? ""
        })
    }
    if sandboxes.isEmpty { return StandardStreams.output("no sandboxes yet: the first request with a key creates one") }
    for line in table.lines { StandardStreams.output(line) }
  }
}
