import CommandArguments

/// The bearer token that a server with `--control-token` requires.
enum ControlToken {
  /// What the message about an invalid value says is expected.
  static let expected = "visible ASCII characters without spaces"

  /// The option for a client command.
  static func option<C: Command>(_ set: @escaping (inout C, String) -> Void) -> CommandOption<C> {
    .option(
      "control-token", value: "token", expected: expected,
      help: "The token for the server's control API. Default: WILLCALL_CONTROL_TOKEN.", parse: parse,
      set: set)
  }

  /// The value of `WILLCALL_CONTROL_TOKEN`; `nil` if it is not set.
  ///
  /// - Throws: ``CommandFailure`` if a header cannot carry it.
  static func environment() throws(CommandFailure) -> String? {
    guard let text = StandardStreams.environment("WILLCALL_CONTROL_TOKEN") else { return nil }
    // It is a secret, so the value is not shown.
    guard let token = parse(text) else { throw .usage("WILLCALL_CONTROL_TOKEN: expected \(expected)") }
    return token
  }

  /// - Returns: `nil` if a header cannot carry the text.
  static func parse(_ text: String) -> String? {
    !text.isEmpty && text.utf8.allSatisfy { (0x21...0x7E).contains($0) } ? text : nil
  }
}
