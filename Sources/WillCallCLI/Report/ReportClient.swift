import CommandArguments
import JSONText
import Ledger
import LoopbackClient

/// Asks a running server for its report.
struct ReportClient {
  /// The server's URL, without a slash at its end.
  let baseURL: String
  /// The partner key, or `*` for all.
  let key: String
  /// The control API's bearer token.
  let token: String?

  /// What the server answers: the report in the form that was asked for, and its verdict beside.
  ///
  /// - Throws: ``CommandFailure`` in one line.
  func report(
    _ format: ReportFormat, countsWarnings: Bool, hasColours: Bool
  ) throws(CommandFailure) -> (text: String, verdict: Report.Verdict) {
    var target = "/__willcall/report?apikey=\(Self.encoded(key))&format=\(format.rawValue)"
    if countsWarnings { target += "&strict=warnings" }
    if hasColours { target += "&colours=true" }
    let response: ClientResponse
    do throws(ClientError) {
      response = try HTTPConnection.fetch(
        url: baseURL + target, headers: token.map { [("Authorization", "Bearer \($0)")] } ?? [],
        timeout: .seconds(30))
    } catch {
      throw unreachable(error)
    }
    // Whoever else listens there may well answer 200 to everything.
    guard response.status == 200, let verdict = response["X-Willcall-Verdict"].flatMap(Report.Verdict.init(rawValue:))
    else { throw refusal(response) }
    return (response.text, verdict)
  }

  private func unreachable(_ error: ClientError) -> CommandFailure {
    let reason = TerminalText.escaped("\(error)")
    switch error {
    case .badURL: return .usage(reason)
    case .failed, .unknownHost:
      return .runtime(
        "\(baseURL): \(reason); start one with 'willcall serve', or name another with --url or WILLCALL_URL")
    default: return .runtime("\(baseURL): \(reason)")
    }
  }

  /// What an answer says that is no report.
  private func refusal(_ response: ClientResponse) -> CommandFailure {
    guard let message = (try? JSONValue.parse(response.body))?["error"]?["message"]?.string else {
      return .runtime("\(baseURL) answered \(response.status), but not the way WillCall does")
    }
    let hint = response.status == 401 ? " Pass it with --control-token or WILLCALL_CONTROL_TOKEN." : ""
    return .runtime("\(baseURL): \(TerminalText.escaped(message))\(hint)")
  }

  /// A value as it stands in a query.
  private static func encoded(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      let scalar = Unicode.Scalar(byte)
      let isPlain =
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
        || "-._~*".unicodeScalars.contains(scalar)
      if isPlain {
        result.unicodeScalars.append(scalar)
      } else {
        result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return result
  }
}
