import ArgumentParser
import Logging
import WillCall

/// `willcall serve`: runs the server until it is told to stop.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Run the server until SIGINT or SIGTERM (the default subcommand).")

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
    let stop = StopSignals()
    let server = try await start(options)
    for url in server.urls { StandardStreams.output("listening on \(url)") }
    await stop.wait()
    await server.stop()
    ReadyFile.remove(listening.readyFile)
  }

  private func start(_ options: ServerOptions) async throws -> WillCallServer {
    let server: WillCallServer
    do throws(StartError) {
      server = try await WillCall.start(options)
    } catch {
      throw error.isUsageError ? CommandFailure.usage("\(error)") : CommandFailure.runtime("\(error)")
    }
    options.logger.notice("started", metadata: ["version": "\(WillCall.version)", "seed": "\(server.seed)"])
    if let path = listening.readyFile {
      do {
        try ReadyFile.write(path, url: server.url, port: server.port)
      } catch {
        await server.stop()
        throw error
      }
    }
    return server
  }
}
