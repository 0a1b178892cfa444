import CommandArguments
import WillCall

/// `willcall exec -- COMMAND ARG…`: runs a command, such as a test run, with a server of its own.
struct ExecCommand: ServerCommand {
  static let name = "exec"
  static let abstract = "Run a command against a server of its own, then stop the server."
  static let discussion = """
    Takes the options of serve, but picks a free port unless --port is given.
    COMMAND finds the server in WILLCALL_URL and TICKETMASTER_BASE_URL, and a
    partner key in WILLCALL_APIKEY: the first --api-key, or else one made from the
    seed. Only COMMAND writes to standard output. SIGINT, SIGTERM and SIGHUP are
    passed on.
    If COMMAND fails, the last twenty requests that were refused are listed, with
    the reasons. If it broke a rule of the integration, the report is printed on
    standard error; docs/ledger.md lists the rules. On GitHub Actions the report
    also becomes annotations and the job's summary.
    Exit status: COMMAND's; 128 plus the number of the signal that ended it; 127 if
    there is no such command; 126 if it cannot be run; 1 or 2 if the server did not
    start; 88 with --strict if COMMAND succeeded but broke a rule; 1 if a report
    cannot be written.
    """

  static var options: [CommandOption<Self>] {
    [
      Strictness.option(
        help:
          "Print the report, and exit with 88 if COMMAND succeeded but the verdict is \"not ready\"; with =warnings, "
          + "warnings count as failures too.",
        set: { $0.judgement.strictness = $1 }),
      .option(
        "report", value: "file", expected: ReportFile.expected,
        help: "Write the report to this file (repeatable); its format follows the extension: \(ReportFile.extensions).",
        parse: ReportFile.init, set: { $0.judgement.files.append($1) }),
    ] + serverOptions
  }

  static var operand: Operand<Self>? {
    .rest("command", help: "The command and its arguments; put willcall's own options before it.") { $0.command = $1 }
  }

  var server = ServerArguments()
  private var judgement = Judgement()
  private var command: [String] = []

  func run() async throws {
    let signals = try ForwardedSignals()
    // Ignores WILLCALL_HOST and WILLCALL_PORT: they are for another server, and several of these may run at once.
    var options = server.serverOptions(try ServerEnvironment(), host: ServerOptions().host, port: 0)
    let refusals = RecentRefusals()
    // The terminal is COMMAND's: its output should not be mixed with lines that nobody asked for.
    let log = server.requestLog(byDefault: false)
    options.requestObserver = { record in
      refusals.note(record)
      log?.write(record)
    }
    let running = try await ServerStart.start(options, readyFile: server.readyFile)
    for url in running.urls + running.secureURLs { StandardStreams.error("listening on \(url)") }
    let trust: TrustedEnvironment?
    let spawned: SpawnedCommand
    do throws(CommandFailure) {
      trust = try Self.trust(running)
    } catch {
      await stop(running)
      throw error
    }
    do throws(CommandFailure) {
      spawned = try SpawnedCommand(
        command, environment: environment(for: running) + (trust?.variables ?? []), ignoring: signals.ignored)
    } catch {
      trust?.remove()
      await stop(running)
      throw error
    }
    let started = ContinuousClock.now
    signals.receive { spawned.send($0) }
    let ending = await spawned.wait()
    let duration = ContinuousClock.now - started
    trust?.remove()
    // The command is gone, so a signal now means that the rest is not worth waiting for.
    signals.receive { [judgement] number in
      ReadyFile.remove()
      // A run that has not been judged has not passed.
      let isUnjudged = judgement.strictness != nil && ending.exitStatus == 0
      StandardStreams.exit(isUnjudged ? 128 + number : ending.exitStatus)
    }
    await stop(running)
    if ending.exitStatus != 0 {
      for line in refusals.report { StandardStreams.error(line) }
    }
    // A chosen port will be the same next time; a random one will not.
    let base = server.options.publicURL ?? ((server.port ?? 0) == 0 ? ServerOptions.standardURL : running.url)
    StandardStreams.exit(judgement.status(of: ending.exitStatus, running, base: base, duration: duration))
  }

  /// The variables that tell the command about the server; the same seed gives the same key.
  private func environment(for server: WillCallServer) -> [(name: String, value: String)] {
    let key = self.server.options.apiKeys.first ?? "exec-\(String(server.seed, radix: 16))"
    let url = server.secureURL ?? server.url
    let variables = [("WILLCALL_URL", url), ("TICKETMASTER_BASE_URL", url), ("WILLCALL_APIKEY", key)]
    return server.secureURL == nil ? variables : variables + [("WILLCALL_PROXY", server.url)]
  }

  /// Writes what the command needs to trust the server; `nil` if it speaks http alone.
  private static func trust(_ server: WillCallServer) throws(CommandFailure) -> TrustedEnvironment? {
    do throws(StartError) {
      return try server.trustedEnvironment(StandardStreams.environment)
    } catch {
      throw CommandFailure(error)
    }
  }

  private func stop(_ server: WillCallServer) async {
    await server.stop()
    ReadyFile.remove()
  }
}
