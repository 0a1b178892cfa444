import ArgumentParser
import LoopbackClient

/// `willcall health`: asks a running server; the HEALTHCHECK of the image.
struct HealthCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "health", abstract: "Ask a running server whether it is ready; exit status 0 or 1.")

  @Option(
    help: ArgumentHelp("The server. Default: http://127.0.0.1 at WILLCALL_PORT, else 8490.", valueName: "url"))
  var url: String?

  func run() throws {
    let port = StandardStreams.environment("WILLCALL_PORT") ?? "8490"
    let given = url ?? "http://127.0.0.1:\(port)"
    let base = given.hasSuffix("/") ? String(given.dropLast()) : given
    let response: ClientResponse
    do throws(ClientError) {
      response = try HTTPConnection.fetch(url: base + "/__willcall/health", timeout: .seconds(3))
    } catch {
      throw CommandFailure.runtime("\(base): \(error)")
    }
    StandardStreams.output(response.text)
    if response.status != 200 { throw CommandFailure.runtime("\(base) answered \(response.status)") }
  }
}
