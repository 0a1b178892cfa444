import CommandArguments

/// `willcall`: a Ticketmaster Partner API on localhost.
enum WillCallCommand {
  static let group = CommandGroup(
    "willcall",
    abstract: "A Ticketmaster Partner API with SafeTix on localhost.",
    discussion: """
      Point your app's base URL at the server; every partner key has its own
      sandbox, with its own tickets and clock.
      Exit status: 0 clean stop, 1 runtime failure, 2 bad usage or an invalid fixture;
      exec exits like its command, or with 88 with --strict if a rule was broken.
      """,
    standard: ServeCommand.self,
    members: [
      .command(ServeCommand.self), .command(ExecCommand.self), .command(WalkthroughCommand.self),
      .command(ReportCommand.self), .command(HealthCommand.self), .command(TrustCommand.self),
      .command(ClockCommand.self),
      .command(LogCommand.self),
      .command(OrdersCommand.self), .command(SandboxesCommand.self), .command(ResetCommand.self), .group(token),
      .group(scenario), .group(fixture), .command(OpenAPICommand.self), .command(FidelityCommand.self),
      .command(ManualCommand.self),
    ])

  /// `willcall token`: reads entry tokens.
  private static let token = CommandGroup(
    "token", abstract: "Read an entry token, or see what an SDK would draw for it.",
    members: [
      .command(TokenDecodeCommand.self), .command(TokenPayloadCommand.self), .command(TokenDrawCommand.self),
    ])

  /// `willcall scenario`: the scenario library.
  private static let scenario = CommandGroup(
    "scenario", abstract: "List, show and check scenarios.",
    members: [
      .command(ScenarioListCommand.self), .command(ScenarioShowCommand.self), .command(ScenarioValidateCommand.self),
      .command(ScenarioSchemaCommand.self),
    ])

  /// `willcall fixture`: the user's own events and orders.
  private static let fixture = CommandGroup(
    "fixture", abstract: "Check fixtures: events and sold orders.",
    members: [.command(FixtureValidateCommand.self), .command(FixtureSchemaCommand.self)])
}
