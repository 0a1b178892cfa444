import CommandArguments
import WillCall

/// `willcall serve`: runs the server until it is told to stop.
struct ServeCommand: ServerCommand {
  static let name = "serve"
  static let abstract = "Run the server until SIGINT, SIGTERM or SIGHUP (the default subcommand)."
  static var options: [CommandOption<Self>] { serverOptions + pageOptions }

  var server = ServerArguments()

  func run() async throws {
    let environment = try ServerEnvironment()
    let stop = await StopSignals.listen()
    let standard = ServerOptions()
    var options = server.serverOptions(
      environment, host: environment.host ?? standard.host, port: environment.port ?? standard.port)
    options.requestObserver = server.requestLog(byDefault: StandardStreams.errorIsTerminal)?.write
    let running = try await ServerStart.start(
      options, readyFile: server.readyFile, otherwise: environment.readyFile)
    for url in running.urls { StandardStreams.output("listening on \(url)") }
    await stop.wait()
    await running.stop()
    ReadyFile.remove()
  }
}
