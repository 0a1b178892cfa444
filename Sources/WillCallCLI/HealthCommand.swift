import CommandArguments
import JSONText
import LoopbackClient

/// `willcall health`: asks a running server; the HEALTHCHECK of the image.
struct HealthCommand: Command {
  static let name = "health"
  static let abstract = "Ask a running server whether it is ready; exit status 0 or 1."

  static var options: [CommandOption<Self>] {
    [
      .text(
        "url", value: "url", help: "The server. Default: http://127.0.0.1 at WILLCALL_PORT, else 8490.",
        set: { $0.url = $1 })
    ]
  }

  private var url: String?

  func run() throws(CommandFailure) {
    let port = StandardStreams.environment("WILLCALL_PORT") ?? "8490"
    let given = url ?? "http://127.0.0.1:\(port)"
    let base = given.hasSuffix("/") ? String(given.dropLast()) : given
    let response: ClientResponse
    do throws(ClientError) {
      response = try HTTPConnection.fetch(
        url: base + "/__willcall/health", timeout: .seconds(3), receiveLimit: 16 * 1024)
    } catch {
      throw .runtime("\(base): \(TerminalText.escaped("\(error)"))")
    }
    // Whoever else listens there may well answer 200 to everything.
    guard let status = Self.status(response.body) else {
      throw .runtime("\(base) answered \(response.status), and not as WillCall does")
    }
    StandardStreams.output(response.text)
    if response.status != 200 || status != "healthy" { throw .runtime("\(base) answered \(response.status)") }
  }

  /// `/status` of WillCall's own answer.
  private static func status(_ body: [UInt8]) -> String? {
    guard let value = try? JSONValue.parse(body), var object = try? value.asObject(),
      let status = try? object.string("status"), (try? object.string("version")) != nil
    else { return nil }
    return status
  }
}
