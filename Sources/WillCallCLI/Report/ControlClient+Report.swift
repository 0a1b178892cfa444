import HTTPTypes
import Ledger
import LoopbackClient

extension ControlClient {
  /// Requests the report in a format, and returns it with its verdict.
  ///
  /// - Throws: ``CommandFailure`` in one line.
  func report(
    _ format: ReportFormat, countsWarnings: Bool, hasColours: Bool
  ) throws(CommandFailure) -> (text: String, verdict: Report.Verdict) {
    var query = [(name: "format", value: format.rawValue)]
    if countsWarnings { query.append((name: "strict", value: "warnings")) }
    if hasColours { query.append((name: "colours", value: "true")) }
    let response = try exchange(.get, "report", query)
    // Some other server may answer 200 to everything.
    guard let verdict = response["X-Willcall-Verdict"].flatMap(Report.Verdict.init(rawValue:)) else {
      throw stranger(response)
    }
    return (response.text, verdict)
  }
}
