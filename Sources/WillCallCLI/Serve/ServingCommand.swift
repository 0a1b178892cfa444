import CommandArguments

/// A command that may run a server of its own.
protocol ServingCommand: Command {}
