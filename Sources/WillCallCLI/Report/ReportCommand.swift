import CommandArguments
import Ledger

/// `willcall report`: what the clients of a running server did against the rules of the integration.
struct ReportCommand: ControlCommand {
  static let name = "report"
  static let abstract = "Print what clients of a running server did against the rules of the integration."
  static let discussion = """
    The verdict first, then each rule that was broken, with what was received and
    how to fix it, then the steps that were seen. docs/ledger.md has the rules.
    Exit status: 0, with --strict 88 if the verdict is "not ready"; 1 if there is
    no server, 2 bad usage.
    """

  private static let formats = ReportFormat.allCases.map(\.rawValue)

  static var options: [CommandOption<Self>] {
    serverOptions + [
      .option(
        "key", value: "key", expected: "a key or *",
        help: "The partner key whose sandbox is judged. Default: *, all of them together.", parse: notEmpty,
        set: { $0.control.key = $1 }),
      .option(
        "format", value: "form", expected: list, help: "\(list). Default: as the name of --output says, else text.",
        parse: ReportFormat.init(rawValue:), set: { $0.format = $1 }),
      .option(
        "output", value: "file", expected: "a file",
        help: "Write it to this file; its form is that of \(ReportFile.extensions).", parse: notEmpty,
        set: { $0.output = $1 }),
      Strictness.option(
        help: "End with 88 if the verdict is \"not ready\"; with =warnings, broken warnings make it that too.",
        set: { $0.strictness = $1 }),
    ]
  }

  private static let list = formats.dropLast().joined(separator: ", ") + " or " + (formats.last ?? "")

  var control = ControlArguments()
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
    let (text, verdict) = try client().report(
      format, countsWarnings: strictness == .warnings, hasColours: isStyled)
    if let output {
      try ReportFile.write(text, to: output)
    } else {
      StandardStreams.output(TextLines.withoutLastEnd(text))
    }
    if strictness != nil, verdict == .notReady { StandardStreams.exit(Strictness.status) }
  }

  /// All sandboxes are judged, whatever the environment says.
  private func client() throws(CommandFailure) -> ControlClient {
    let client = try control.client()
    return ControlClient(baseURL: client.baseURL, key: control.key ?? "*", token: client.token)
  }

  private static func notEmpty(_ text: String) -> String? { text.isEmpty ? nil : text }
}
