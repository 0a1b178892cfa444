import CommandArguments

/// A command that uses the control API of a running server.
protocol ControlCommand: Command {
  /// The values of its options.
  var control: ControlArguments { get set }
}

extension ControlCommand {
  /// The options for where the server is and the token that it requires.
  static var serverOptions: [CommandOption<Self>] {
    [
      .option(
        "url", value: "url", expected: "a URL",
        help: "The server. Default: WILLCALL_URL, or else http://localhost:8490.", parse: { $0.isEmpty ? nil : $0 },
        set: { $0.control.url = $1 }),
      ControlToken.option { $0.control.token = $1 },
    ]
  }

  /// The option for whose sandbox is meant.
  static var keyOption: CommandOption<Self> {
    .option(
      "key", value: "key", expected: "a key",
      help: "The partner key of the sandbox. Default: WILLCALL_APIKEY, or else the only sandbox.",
      parse: { $0.isEmpty ? nil : $0 }, set: { $0.control.key = $1 })
  }
}
