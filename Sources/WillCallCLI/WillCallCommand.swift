import ArgumentParser
import WillCall

/// `willcall`: a Ticketmaster Partner API on localhost.
struct WillCallCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "willcall",
    abstract: "A Ticketmaster Partner API with SafeTix on localhost.",
    discussion: """
      Point your app's base URL at the server; any partner key is a world of its own with its own tickets and clock.
      Exit status: 0 clean stop, 1 runtime failure, 2 bad usage or a broken fixture; exec's is that of its command.
      """,
    version: WillCall.version,
    subcommands: [
      ServeCommand.self, ExecCommand.self, WalkthroughCommand.self, HealthCommand.self, TokenCommand.self,
      ScenarioCommand.self, OpenAPICommand.self, FidelityCommand.self,
    ],
    defaultSubcommand: ServeCommand.self)
}
