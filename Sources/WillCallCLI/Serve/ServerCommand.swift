import CommandArguments

/// A command that takes the options of a server, and whose lines are only told along the way.
protocol ServerCommand: ServingCommand {
  /// What they say.
  var server: ServerArguments { get set }
}

extension ServerCommand {
  /// All options of a server, in the order of the help.
  static var serverOptions: [CommandOption<Self>] {
    listenOptions + controlOptions + worldOptions + ledgerOptions + logOptions
  }

  func validate() throws(UsageError) {
    try server.validate()
  }
}
