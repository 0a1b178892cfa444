import CommandArguments
import JSONText
import LoopbackClient

extension ControlClient {
  /// The failure if no server can be reached.
  func unreachable(_ error: ClientError) -> CommandFailure {
    let reason = TerminalText.escaped("\(error)")
    switch error {
    case .badURL: return .usage(reason)
    case .failed, .unknownHost:
      return .runtime(
        "\(baseURL): \(reason); start one with 'willcall serve', or name another with --url or WILLCALL_URL")
    default: return .runtime("\(baseURL): \(reason)")
    }
  }

  /// The failure if the server is not WillCall.
  func stranger(_ response: ClientResponse) -> CommandFailure {
    .runtime("\(baseURL) answered \(response.status), but not the way WillCall does")
  }

  /// The failure for an error answer, in one line; its status is 2 if the request is at fault.
  func refusal(_ response: ClientResponse, path: String) -> CommandFailure {
    guard let error = (try? JSONValue.parse(response.body))?["error"], let message = error["message"]?.string,
      let expected = error["expected"]?.string, let found = error["found"]?.string
    else { return stranger(response) }
    var text = message
    if response.status == 404 {
      // A list of all existing paths would fill the terminal.
      text += " (/__willcall/\(path))"
    } else {
      let place = error["path"]?.string.map { $0 == "?apikey" ? "--key: " : $0.isEmpty ? "" : "\($0): " } ?? ""
      text += " \(place)expected \(expected), found \(found)."
    }
    if response.status == 401 { text += " Pass it with --control-token or WILLCALL_CONTROL_TOKEN." }
    let isUsage = [400, 401, 403, 422].contains(response.status)
    return CommandFailure(status: isUsage ? 2 : 1, message: "\(baseURL): \(TerminalText.escaped(text))")
  }
}
