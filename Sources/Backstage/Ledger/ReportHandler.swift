import HTTPTypes
import HTTPWire
import Ledger
import Sandboxes

/// `GET report`: how the clients of one or all sandboxes did by the rules of the integration.
enum ReportHandler {
  /// Answers with the report in one of its formats.
  static func report(_ call: inout ControlCall) throws(ControlError) -> Response {
    let format = try format(call)
    let countsWarnings = try countsWarnings(call)
    let base = call.baseURL
    let drawn: LedgerReport
    if call.isForAll {
      _ = try call.sandboxes()
      drawn = LedgerReport(of: call.directory, base: base, countsWarnings: countsWarnings)
    } else {
      let sandbox = try call.sandbox()
      drawn = LedgerReport(
        sandbox.ledgerTotals, of: [sandbox], in: call.directory, base: base, countsWarnings: countsWarnings)
    }
    let text = drawn.text(format, hasColours: try hasColours(call))
    var response = Response(contentType: format.contentType, body: Array(text.utf8))
    // Not every format can be read back, so the verdict is also given in a header.
    if let verdict = HTTPField.Name("X-Willcall-Verdict") { response.fields[verdict] = drawn.report.verdict.rawValue }
    return response
  }

  private static func hasColours(_ call: ControlCall) throws(ControlError) -> Bool {
    guard let text = call.query.first("colours"), !text.isEmpty else { return false }
    guard text == "true" || text == "false" else {
      throw ControlError(
        .badRequest, "Colours are either on or off.", path: "?colours", expected: "true or false", found: text)
    }
    return text == "true"
  }

  private static func format(_ call: ControlCall) throws(ControlError) -> ReportFormat {
    guard let name = call.query.first("format"), !name.isEmpty else { return .json }
    guard let format = ReportFormat(rawValue: name) else {
      throw ControlError(
        .badRequest, "The report has no such format.", path: "?format",
        expected: ReportFormat.allCases.map(\.rawValue).joined(separator: ", "), found: name)
    }
    return format
  }

  private static func countsWarnings(_ call: ControlCall) throws(ControlError) -> Bool {
    guard let strict = call.query.first("strict"), !strict.isEmpty else { return false }
    guard strict == "warnings" else {
      throw ControlError(
        .badRequest, "The report has no such strictness.", path: "?strict", expected: "warnings", found: strict)
    }
    return true
  }
}

extension ControlCall {
  /// Where the client reached the service, such as `http://localhost:8490`.
  fileprivate var baseURL: String {
    configuration.publicURL ?? "\(request.scheme)://\(request.host ?? "localhost")"
  }
}
