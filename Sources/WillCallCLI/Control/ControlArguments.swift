import CommandArguments

/// What the options of a command say that asks the control API of a running server.
struct ControlArguments: Sendable {
  /// `--url`.
  var url: String?
  /// `--key`.
  var key: String?
  /// `--control-token`.
  var token: String?

  /// What asks for them, with the environment for what was not said.
  ///
  /// - Throws: ``CommandFailure`` about the environment.
  func client() throws(CommandFailure) -> ControlClient {
    let given = url ?? StandardStreams.environment("WILLCALL_URL") ?? "http://localhost:8490"
    var token = token
    if token == nil { token = try ControlToken.environment() }
    return ControlClient(
      baseURL: given.hasSuffix("/") ? String(given.dropLast()) : given,
      key: key ?? StandardStreams.environment("WILLCALL_APIKEY"),
      token: token)
  }
}
