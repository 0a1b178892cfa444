import ArgumentParser
import Logging
import WillCall

/// `willcall serve`: runs the server until it is told to stop.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Run the server until SIGINT, SIGTERM or SIGHUP (the default subcommand).")

  @OptionGroup var listening: ListenArguments
  @OptionGroup var world: WorldArguments

  @Option(
    name: .customLong("log-level"),
    help: "Lines on standard error: trace, debug, info, notice, warning, error, critical.")
  var logLevel = LogLevelArgument(level: .notice)

  func run() async throws {
    var options = ServerOptions()
    listening.apply(to: &options)
    world.apply(to: &options)
    options.logger = StandardErrorLog.logger(level: logLevel.level)
    let stop = await StopSignals.listen()
    let server = try await ServerStart.start(options, readyFile: listening.readyFile)
    for url in server.urls { StandardStreams.output("listening on \(url)") }
    await stop.wait()
    await server.stop()
    ReadyFile.remove()
  }
}
