import Determinism
import HTTPTypes
import HTTPWire
import Ledger
import Sandboxes

/// `GET report`: what one sandbox, or all, did against the rules of the integration.
enum ReportHandler {
  /// The report, in one of its forms.
  static func report(_ call: inout ControlCall) throws(ControlError) -> Response {
    let format = try format(call)
    let countsWarnings = try countsWarnings(call)
    let sandboxes: [Sandbox]
    var totals: LedgerTotals
    if call.isForAll {
      sandboxes = try call.sandboxes()
      totals = call.directory.ledgerTotals
    } else {
      let sandbox = try call.sandbox()
      sandboxes = [sandbox]
      totals = sandbox.ledgerTotals
    }
    var report = totals.report(failingOn: countsWarnings ? .warning : .violation)
    // Remarks quote what clients sent.
    let secrets = Secrets(keys: Array(call.directory.settings.keys ?? []))
    for rule in report.rules.indices {
      for remark in report.rules[rule].remarks.indices {
        report.rules[rule].remarks[remark].received = secrets.shown(
          diagnosis: report.rules[rule].remarks[remark].received, of: nil)
      }
    }
    let requests = RemarkedRequests(report, in: sandboxes, base: call.baseURL)
    let details = ReportDetails(
      failsOnWarnings: countsWarnings, drawnAt: call.directory.settings.realTime(), curl: requests.curl)
    return Response(contentType: format.contentType, body: Array(format.text(of: report, details: details).utf8))
  }

  private static func format(_ call: ControlCall) throws(ControlError) -> ReportFormat {
    guard let name = call.query.first("format"), !name.isEmpty else { return .json }
    guard let format = ReportFormat(rawValue: name) else {
      throw ControlError(
        .badRequest, "The report has no such form.", path: "?format",
        expected: ReportFormat.allCases.map(\.rawValue).joined(separator: ", "), found: name)
    }
    return format
  }

  private static func countsWarnings(_ call: ControlCall) throws(ControlError) -> Bool {
    guard let strict = call.query.first("strict"), !strict.isEmpty else { return false }
    guard strict == "warnings" else {
      throw ControlError(
        .badRequest, "The report cannot be stricter like that.", path: "?strict", expected: "warnings", found: strict)
    }
    return true
  }
}

extension ControlCall {
  /// Where the client reached the service, such as `http://localhost:8490`.
  fileprivate var baseURL: String {
    configuration.publicURL ?? "\(request.target.scheme ?? "http")://\(request.host ?? "localhost")"
  }
}
