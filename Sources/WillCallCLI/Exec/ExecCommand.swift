import ArgumentParser
import Logging
import WillCall

/// `willcall exec -- COMMAND ARG…`: runs a command, such as a test run, with a server of its own.
struct ExecCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exec", abstract: "Run a command with a server of its own, and stop the server after it.",
    discussion: """
      Takes the options of serve, but any free port unless --port is given. COMMAND finds the server in WILLCALL_URL and
      TICKETMASTER_BASE_URL, and a partner key in WILLCALL_APIKEY: the first --api-key, else one made of the seed.
      Standard output is COMMAND's alone. SIGINT, SIGTERM and SIGHUP are passed on to it.
      Exit status: COMMAND's, 128 and the number of the signal that ended it, 127 if there is no such command, 126 if it
      cannot be run; 1 or 2 if the server did not start.
      """)

  @OptionGroup var listening: ListenArguments
  @OptionGroup var world: WorldArguments

  @Option(
    name: .customLong("log-level"),
    help: "Lines on standard error: trace, debug, info, notice, warning, error, critical.")
  var logLevel = LogLevelArgument(level: .notice)

  @Argument(help: "The command and its arguments, behind -- if it has options of its own.")
  var command: [String]

  func run() async throws {
    let signals = try ForwardedSignals()
    let server = try await ServerStart.start(options, readyFile: listening.readyFile)
    for url in server.urls { StandardStreams.error("listening on \(url)") }
    let spawned: SpawnedCommand
    do throws(CommandFailure) {
      spawned = try SpawnedCommand(command, environment: environment(for: server), ignoring: signals.ignored)
    } catch {
      await stop(server)
      throw error
    }
    signals.receive { spawned.send($0) }
    let ending = await spawned.wait()
    // Nobody is left to hear a signal: it means that the rest is not worth waiting for.
    signals.receive { _ in
      ReadyFile.remove()
      StandardStreams.exit(ending.exitStatus)
    }
    let status = status(after: ending, on: server)
    await stop(server)
    StandardStreams.exit(status)
  }

  private var options: ServerOptions {
    var options = ServerOptions()
    listening.apply(to: &options)
    world.apply(to: &options)
    // Not WILLCALL_PORT: that is where another server is, and several of these may run at once.
    options.port = listening.port ?? 0
    options.logger = StandardErrorLog.logger(level: logLevel.level)
    return options
  }

  /// What tells the command of the server; the same seed gives the same key.
  private func environment(for server: WillCallServer) -> [(name: String, value: String)] {
    let key = world.apiKeys.first ?? "exec-\(String(server.seed, radix: 16))"
    return [
      ("WILLCALL_URL", server.url), ("TICKETMASTER_BASE_URL", server.url), ("WILLCALL_APIKEY", key),
    ]
  }

  /// The exit status after the command's end, while the server still knows all that the command did.
  ///
  /// What judges a run comes here, and speaks on standard error.
  private func status(after ending: CommandEnding, on server: WillCallServer) -> Int32 {
    ending.exitStatus
  }

  private func stop(_ server: WillCallServer) async {
    await server.stop()
    ReadyFile.remove()
  }
}
