import CommandArguments
import Ledger

/// `willcall report`: shows how well a running server's clients followed the rules of the integration.
struct ReportCommand: ControlCommand {
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
    serverOptions + [
      .option(
        "key", value: "key", expected: "a key or *",
        help: "The partner key whose sandbox is judged. Default: *, all of them together.", parse: notEmpty,
        set: { $0.control.key = $1 }),
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

  /// Makes a client for all sandboxes, which are judged together whatever the environment says.
  private func client() throws(CommandFailure) -> ControlClient {
    let client = try control.client()
    return ControlClient(baseURL: client.baseURL, key: control.key ?? "*", token: client.token)
  }

  private static func notEmpty(_ text: String) -> String? { text.isEmpty ? nil : text }
}
