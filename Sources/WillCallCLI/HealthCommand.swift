import CommandArguments
import JSONText
import LoopbackClient

/// `willcall health`: asks a running server whether it is healthy; the HEALTHCHECK of the image.
struct HealthCommand: Command {
  static let name = "health"
  static let abstract = "Ask a running server whether it is ready; exit status 0 or 1."
  static let discussion = """
    Asks the server at --url, or else the one that wrote --ready-file (or
    WILLCALL_READY_FILE, if that file exists), or else the one at WILLCALL_HOST
    and WILLCALL_PORT, by default localhost and 8490.
    """

  static var options: [CommandOption<Self>] {
    [
      .text("url", value: "url", help: "The server, such as http://127.0.0.1:8490.", set: { $0.url = $1 }),
      .option(
        "ready-file", value: "path", expected: "a path", help: "The file that serve --ready-file writes.",
        completion: .files, parse: { $0.isEmpty ? nil : $0 }, set: { $0.readyFile = $1 }),
      .option(
        "wait", value: "seconds", expected: "a number of seconds from 0 to 86400",
        help: "Keep asking until it is ready, for at most this long. Default: ask once, for at most 3 seconds.",
        parse: seconds, set: { $0.patience = $1 }),
    ]
  }

  /// The time limit for one request.
  private static let timeout = Duration.seconds(3)
  /// The pause between two requests.
  private static let pause = Duration.milliseconds(50)

  private var url: String?
  private var readyFile: String?
  private var patience = Duration.zero

  func validate() throws(UsageError) {
    _ = try ServerEnvironment()
  }

  func run() async throws {
    let environment = try ServerEnvironment()
    let end = ContinuousClock.now + patience
    while true {
      let rest = patience == .zero ? Self.timeout : end - .now
      do throws(CommandFailure) {
        return StandardStreams.output(try ask(environment, timeout: min(rest, Self.timeout)))
      } catch {
        let pause = min(Self.pause, end - .now)
        guard pause > .zero else { throw error }
        try await Task.sleep(for: pause)
        // The request itself needs some time as well.
        guard end > .now else { throw error }
      }
    }
  }

  /// Asks a server, and returns the status that a healthy one reports.
  private func ask(_ environment: ServerEnvironment, timeout: Duration) throws(CommandFailure) -> String {
    let given = PlainURL.of(try place(environment))
    let base = given.hasSuffix("/") ? String(given.dropLast()) : given
    let response: ClientResponse
    do throws(ClientError) {
      response = try HTTPConnection.fetch(
        url: base + "/__willcall/health", timeout: timeout, receiveLimit: 16 * 1024)
    } catch {
      throw .runtime("\(base): \(TerminalText.escaped("\(error)"))")
    }
    // Some other server listening there may answer 200 to everything.
    guard let status = Self.status(response.body) else {
      throw .runtime("\(base) answered \(response.status), but not the way WillCall does")
    }
    if response.status != 200 || status != "healthy" {
      throw .runtime("\(base) answered \(response.status): \(TerminalText.escaped(status))")
    }
    return response.text
  }

  /// Where the server is, as far as is known: its ready file may not have been written yet.
  private func place(_ environment: ServerEnvironment) throws(CommandFailure) -> String {
    if let url { return url }
    if let readyFile {
      guard let url = ReadyFile.url(in: readyFile) else {
        throw .runtime("\(readyFile): no running server has written it")
      }
      return url
    }
    return environment.readyFile.flatMap(ReadyFile.url(in:)) ?? environment.url
  }

  /// The value at `/status` in an answer from WillCall.
  private static func status(_ body: [UInt8]) -> String? {
    guard let value = try? JSONValue.parse(body), var object = try? value.asObject(),
      let status = try? object.string("status"), (try? object.string("version")) != nil
    else { return nil }
    return status
  }

  private static func seconds(_ text: String) -> Duration? {
    guard let seconds = Double(text), (0...86400).contains(seconds) else { return nil }
    return .milliseconds(Int64(seconds * 1000))
  }
}
