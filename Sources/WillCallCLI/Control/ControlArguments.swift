import CommandArguments

/// The option values of a command that uses the control API of a running server.
struct ControlArguments: Sendable {
  /// `--url`.
  var url: String?
  /// `--key`.
  var key: String?
  /// `--control-token`.
  var token: String?

  /// Makes the client, using the environment for options that were not given.
  ///
  /// - Throws: ``CommandFailure`` about the environment.
  func client() throws(CommandFailure) -> ControlClient {
    let given = PlainURL.of(url ?? StandardStreams.environment("WILLCALL_URL") ?? "http://localhost:8490")
    var token = token
    if token == nil { token = try ControlToken.environment() }
    return ControlClient(
      baseURL: given.hasSuffix("/") ? String(given.dropLast()) : given,
      key: key ?? StandardStreams.environment("WILLCALL_APIKEY"),
      token: token)
  }
}
