import CommandArguments

/// The bearer token that a server with `--control-token` asks for.
enum ControlToken {
  /// What the message about another one expects.
  static let expected = "visible ASCII characters without spaces"

  /// The option of a client.
  static func option<C: Command>(_ set: @escaping (inout C, String) -> Void) -> CommandOption<C> {
    .option(
      "control-token", value: "token", expected: expected,
      help: "The token for the server's control API. Default: WILLCALL_CONTROL_TOKEN.", parse: parse,
      set: set)
  }

  /// `WILLCALL_CONTROL_TOKEN`; `nil` if it is not set.
  ///
  /// - Throws: ``CommandFailure`` if a header cannot hold it.
  static func environment() throws(CommandFailure) -> String? {
    guard let text = StandardStreams.environment("WILLCALL_CONTROL_TOKEN") else { return nil }
    // A secret: what is wrong with it is not shown.
    guard let token = parse(text) else { throw .usage("WILLCALL_CONTROL_TOKEN: expected \(expected)") }
    return token
  }

  /// - Returns: `nil` for what a header cannot hold.
  static func parse(_ text: String) -> String? {
    !text.isEmpty && text.utf8.allSatisfy { (0x21...0x7E).contains($0) } ? text : nil
  }
}
