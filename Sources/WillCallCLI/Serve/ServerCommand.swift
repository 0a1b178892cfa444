import CommandArguments

/// A command that takes the options of a server, and whose output is only incidental.
protocol ServerCommand: ServingCommand {
  /// The values of the server's options.
  var server: ServerArguments { get set }
}

extension ServerCommand {
  /// All options of a server, in the order of the help.
  static var serverOptions: [CommandOption<Self>] {
    listenOptions + SecurityArguments.all() + controlOptions + worldOptions + ledgerOptions + logOptions
  }

  func validate() throws(UsageError) {
    try server.validate()
  }
}
