import CommandArguments
import WillCall

/// `willcall serve`: runs the server until it is told to stop.
struct ServeCommand: ServerCommand {
  static let name = "serve"
  static let abstract = "Run the server until SIGINT, SIGTERM or SIGHUP (the default subcommand)."
  static var options: [CommandOption<Self>] {
    serverOptions + [
      .flag("open", help: "Open the page that shows what happens here in the default browser.") { $0.opensPage = true }
    ] + pageOptions
  }

  var server = ServerArguments()
  /// Whether a browser opens the page.
  var opensPage = false

  func validate() throws(UsageError) {
    try server.validate()
    if opensPage, !server.options.hasControl { throw UsageError("--open: there is no page with --no-control") }
  }

  func run() async throws {
    let environment = try ServerEnvironment()
    let stop = await StopSignals.listen()
    let standard = ServerOptions()
    var options = server.serverOptions(
      environment, host: environment.host ?? standard.host, port: environment.port ?? standard.port)
    options.requestObserver = server.requestLog(byDefault: StandardStreams.errorIsTerminal)?.write
    let running = try await ServerStart.start(
      options, readyFile: server.readyFile, otherwise: environment.readyFile)
    // In one piece, so that whoever waits for a line has all of them.
    let page = running.pageURL
    let lines = (running.urls + running.secureURLs).map { "listening on \($0)" } + (page.map { ["page: \($0)"] } ?? [])
    StandardStreams.output(lines.joined(separator: "\n"))
    if opensPage, let page { Task { await Browser.open(page) } }
    await stop.wait()
    await running.stop()
    ReadyFile.remove()
  }
}
