import CommandArguments
import Ledger
import WillCall

/// `willcall report`: how the clients of a running server followed the rules of the integration.
struct ReportCommand: Command {
  static let name = "report"
  static let abstract = "Print how well clients of a running server followed the rules of the integration."
  static let discussion = """
    Prints the verdict, then each rule that was broken, with what was received and
    how to fix it, then the steps that were seen. docs/ledger.md lists the rules.
    Exit status: 0; 88 with --strict if the verdict is "not ready"; 1 if there is
    no server; 2 for bad usage.
    """

  private static let formats = ReportFormat.allCases.map(\.rawValue)

  static var options: [CommandOption<Self>] {
    [
      .option(
        "url", value: "url", expected: "a URL",
        help: "The server. Default: WILLCALL_URL, or else http://localhost:8490.", parse: notEmpty, set: { $0.url = $1 }
      ),
      .option(
        "api-key", value: "key", expected: "a key or *",
        help: "The partner key whose sandbox is judged, or * for all of them together. (default: *)", parse: notEmpty,
        set: { $0.key = $1 }),
      .option(
        "control-token", value: "token", expected: "visible ASCII characters without spaces",
        help: "The token for the server's control API. Default: WILLCALL_CONTROL_TOKEN.", parse: bearerToken,
        set: { $0.token = $1 }),
      .option(
        "format", value: "form", expected: list, help: "\(list). Default: by the extension of --output, or else text.",
        parse: ReportFormat.init(rawValue:), set: { $0.format = $1 }),
      .option(
        "output", value: "file", expected: "a file",
        help: "Write it to this file; its format follows the extension: \(ReportFile.extensions).", parse: notEmpty,
        set: { $0.output = $1 }),
      Strictness.option(
        help: "Exit with 88 if the verdict is \"not ready\"; with =warnings, warnings count as failures too.",
        set: { $0.strictness = $1 }),
    ]
  }

  private static let list = formats.dropLast().joined(separator: ", ") + " or " + (formats.last ?? "")

  private var url: String?
  private var key = "*"
  private var token: String?
  private var format: ReportFormat?
  private var output: String?
  private var strictness: Strictness?

  func validate() throws(UsageError) {
    guard let output, format == nil, ReportFile(output) == nil else { return }
    throw UsageError("--output", expected: "\(ReportFile.expected), or --format", found: output)
  }

  func run() throws(CommandFailure) {
    let format = format ?? output.flatMap(ReportFile.init)?.format ?? .text
    let isStyled = format == .text && output == nil && StandardStreams.outputIsStyled
    let response = try ReportClient(baseURL: base, key: key, token: try bearer()).report(
      format, countsWarnings: strictness == .warnings, hasColours: isStyled)
    if let output {
      try ReportFile.write(response.text, to: output)
    } else {
      StandardStreams.output(TextLines.withoutLastEnd(response.text))
    }
    if strictness != nil, response.verdict == .notReady { StandardStreams.exit(Strictness.status) }
  }

  private var base: String {
    let given = url ?? StandardStreams.environment("WILLCALL_URL") ?? ServerOptions.standardURL
    return given.hasSuffix("/") ? String(given.dropLast()) : given
  }

  private func bearer() throws(CommandFailure) -> String? {
    if let token { return token }
    guard let text = StandardStreams.environment("WILLCALL_CONTROL_TOKEN") else { return nil }
    // A secret: what is wrong with it is not shown.
    guard let token = Self.bearerToken(text) else {
      throw .usage("WILLCALL_CONTROL_TOKEN: expected visible ASCII characters without spaces")
    }
    return token
  }

  private static func notEmpty(_ text: String) -> String? { text.isEmpty ? nil : text }

  private static func bearerToken(_ text: String) -> String? {
    !text.isEmpty && text.utf8.allSatisfy { (0x21...0x7E).contains($0) } ? text : nil
  }
}
