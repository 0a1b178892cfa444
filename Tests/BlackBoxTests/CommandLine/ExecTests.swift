import Dispatch
import LoopbackClient
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// `willcall exec`: a command with a server of its own.
@Suite(.timeLimit(.minutes(5)))
struct ExecTests {
  /// Runs a script of the shell; `$0` is the binary under test.
  private func run(
    _ script: String, options: [String] = [], environment: [String: String] = [:]
  ) throws -> Command {
    try Command.run(["exec"] + options + ["--", "sh", "-c", script, Binary.path], environment: environment)
  }

  /// Starts a script and waits until it has written a line; the words of the line.
  private func start(_ script: String, options: [String] = []) throws -> (process: ChildProcess, words: [String]) {
    let process = try ChildProcess(Binary.path, ["exec"] + options + ["--", "sh", "-c", script, Binary.path])
    guard process.output.wait(until: .now() + .seconds(30), for: { $0.contains("\n") }) else {
      throw TestFailure("the command did not start: \(process.errors.text)")
    }
    return (process, process.output.text.split { $0 == " " || $0 == "\n" }.map(String.init))
  }

  /// A script that says that it is there and stays until a signal comes.
  ///
  /// It naps instead of waiting for ever: a shell that gets a signal between a trap and its `wait` sees it only after.
  private static func waiting(_ trap: String, for signal: String) -> String {
    "trap '\(trap)' \(signal); echo ready; while :; do sleep 0.05; done"
  }

  // MARK: - The status

  @Test(arguments: [("exit 0", 0), ("exit 3", 3), ("exit 64", 64), ("exit 255", 255)] as [(String, Int32)])
  func theStatusIsThatOfTheCommand(script: String, status: Int32) throws {
    #expect(try run(script).status == status)
  }

  @Test(arguments: [("TERM", SIGTERM), ("KILL", SIGKILL), ("INT", SIGINT), ("SEGV", SIGSEGV)])
  func aSignalThatEndsTheCommandIsTold(name: String, number: Int32) throws {
    #expect(try run("ulimit -c 0; kill -\(name) $$").status == 128 + number)
  }

  @Test(arguments: ["no-such-command-anywhere", "/no/such/file", ""])
  func aCommandThatDoesNotExistIs127(name: String) throws {
    let result = try Command.run(["exec", "--log-level", "error", "--", name])
    #expect(result.status == 127)
    #expect(result.output.isEmpty)
    #expect(result.errorLines.count == 2)
    #expect(result.errorLines.last?.hasPrefix("willcall: cannot run \(name): ") == true)
  }

  @Test func aCommandThatCannotBeRunIs126() throws {
    let folder = try TemporaryFolder()
    try folder.write("#!/bin/sh\n", to: "script")
    for path in [folder.path, folder.file("script")] {
      let result = try Command.run(["exec", "--", path])
      #expect(result.status == 126)
      #expect(result.errorLines.last?.hasPrefix("willcall: cannot run \(path): ") == true)
    }
  }

  @Test(arguments: [
    (["exec"], "<command>"), (["exec", "--"], "<command>"), (["exec", "--bogus", "--", "true"], "--bogus"),
    (["exec", "ls", "--bogus"], "--bogus"), (["exec", "--port", "http", "--", "true"], "http"),
    (["exec", "--fixtures", "/no/such/folder", "--", "true"], "/no/such/folder"),
  ])
  func badUsageIsRefusedByName(arguments: [String], named: String) throws {
    let result = try Command.run(arguments)
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains(named))
  }

  // MARK: - The streams and the arguments

  @Test func standardOutputIsTheCommandsAlone() throws {
    let result = try run("echo out; echo err >&2", options: ["--log-level", "trace"])
    #expect(result.output == "out\n")
    #expect(result.errorLines.contains("err"))
    #expect(result.errorLines.filter { $0.hasPrefix("listening on http://127.0.0.1:") }.count == 1)
  }

  @Test func everythingBehindTheDashesIsTheCommands() throws {
    let arguments = ["a b", "--port", "1", "--", "--help", "-h", ""]
    let result = try Command.run(["exec", "--", "printf", "<%s>"] + arguments)
    #expect(result.status == 0)
    #expect(result.output == arguments.map { "<\($0)>" }.joined())
    #expect(try Command.run(["exec", "--seed", "1", "printf", "x"]).output == "x")
  }

  @Test func theCommandStartsWithoutOurSignalsAndDescriptors() throws {
    // A pipe without a reader ends `yes` by SIGPIPE only if that is not ignored, as it is in the server.
    let result = try run("{ yes; echo $? >&2; } | head -n 1; kill -TERM $$")
    #expect(result.output == "y\n")
    #expect(result.errorLines.contains("\(128 + SIGPIPE)"))
    #expect(result.status == 128 + SIGTERM)
    #if os(Linux)
      // What this process hands down itself is there on both sides.
      let count = "ls -l /proc/self/fd | grep -c -e socket: -e eventpoll -e eventfd"
      let counts = try Command.run("/bin/sh", ["-c", "\(count); \"$0\" exec -- sh -c '\(count)'", Binary.path])
      #expect(counts.outputLines.count == 2)
      #expect(Set(counts.outputLines).count == 1)
    #endif
  }

  // MARK: - The server

  @Test func theOptionsOfServeHold() throws {
    let down = try run("\"$0\" walkthrough --url $WILLCALL_URL", options: ["--scenario", "niterun"])
    #expect(down.status == 1)
    #expect(down.errors.contains("step 1 expected status 200, found 503"))
    let options = ["--seed", "7", "--start-time", "2026-12-01T18:00:00Z", "--clock-rate", "0"]
    let runs = try (1...2).map { _ in
      // The port is a new one each time.
      try run("\"$0\" walkthrough --url $WILLCALL_URL | sed \"s,$WILLCALL_URL,URL,\"", options: options)
    }
    #expect(runs[0].status == 0, "\(runs[0].errors)")
    #expect(runs[0].output == runs[1].output)
    #expect(runs[0].output.contains("::1796148000"), "codes are those of the start time")
  }

  // MARK: - The environment

  @Test func theCommandIsToldOfTheServerAndOfAKey() throws {
    let script = "echo $WILLCALL_URL $TICKETMASTER_BASE_URL $WILLCALL_APIKEY; echo $OTHER"
    let old = ["WILLCALL_URL": "old", "TICKETMASTER_BASE_URL": "old", "WILLCALL_APIKEY": "old", "OTHER": "kept"]
    let first = try run(script, options: ["--seed", "255"], environment: old)
    let words = first.outputLines[0].split(separator: " ").map(String.init)
    #expect(first.errorLines.contains("listening on \(words[0])"))
    #expect(words[1] == words[0])
    #expect(words[2] == "exec-ff")
    #expect(first.outputLines[1] == "kept")

    let keys = try (0..<2).map { _ in try run("echo $WILLCALL_APIKEY").output }
    #expect(Set(keys).count == 2)
    let given = try run("echo $WILLCALL_APIKEY", options: ["--api-key", "one", "--api-key", "two"])
    #expect(given.output == "one\n")
  }

  @Test(arguments: [("0.0.0.0", "http://127.0.0.1:"), ("localhost", "http://127.0.0.1:"), ("::", "http://[::1]:")])
  func theCommandIsToldOfAURLThatItCanUse(host: String, prefix: String) throws {
    if host == "::", !LoopbackSix.isAvailable { return }
    let result = try run("\"$0\" health --url $WILLCALL_URL >&2 && echo $WILLCALL_URL", options: ["--host", host])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.hasPrefix(prefix))
  }

  @Test func theCommandReachesTheServer() throws {
    let result = try run("exec \"$0\" health --url \"$WILLCALL_URL\"")
    #expect(result.status == 0)
    #expect(result.output.contains("\"healthy\""))
    let walkthrough = try run("exec \"$0\" walkthrough --url \"$TICKETMASTER_BASE_URL\" >/dev/null")
    #expect(walkthrough.status == 0, "\(walkthrough.errors)")
  }

  @Test func theServerTakesTheKeyAndIsGoneAfterTheCommand() throws {
    let script = Self.waiting("exit 0", for: "TERM").replacing(
      "echo ready", with: "echo $WILLCALL_URL $WILLCALL_APIKEY")
    for options in [[], ["--api-key", "mine"]] {
      let (process, words) = try start(script, options: options)
      let events = "\(words[0])/partners/v1/events?apikey="
      #expect(try HTTPConnection.fetch(url: events + words[1]).status == 200)
      #expect(try HTTPConnection.fetch(url: events + "other").status == (options.isEmpty ? 200 : 401))
      process.send(SIGTERM)
      #expect(try process.wait() == 0)
      #expect(throws: ClientError.self) { try HTTPConnection.fetch(url: events + words[1]) }
    }
  }

  @Test func thePortIsFreeUnlessItIsGiven() throws {
    let server = try RunningServer()
    let result = try run("echo $WILLCALL_URL", environment: ["WILLCALL_PORT": "\(server.port)"])
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("http://127.0.0.1:") && result.output != "\(server.url)\n")

    let taken = try run("echo never", options: ["--port", "\(server.port)"])
    #expect(taken.status == 1)
    #expect(taken.output.isEmpty)
    #expect(taken.errors.contains("\(server.port)") && taken.errors.contains("in use"))
  }

  @Test func theReadyFileIsThereForTheCommandOnly() throws {
    let folder = try TemporaryFolder()
    let file = folder.file("ready")
    let result = try Command.run(["exec", "--ready-file", file, "--", "cat", file])
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("{\"url\":\"http://127.0.0.1:"))
    #expect(try folder.names().isEmpty)
  }

  // MARK: - Signals

  @Test(arguments: [("TERM", SIGTERM), ("INT", SIGINT), ("HUP", SIGHUP)])
  func signalsArePassedOn(name: String, number: Int32) throws {
    let (process, words) = try start(Self.waiting("echo got \(name); exit 7", for: name))
    #expect(words == ["ready"])
    process.send(number)
    #expect(try process.wait() == 7)
    #expect(process.output.text == "ready\ngot \(name)\n")
  }

  @Test func eachSignalIsPassedOnOnceAndMayBeIgnored() throws {
    let script = "trap 'echo int' INT; " + Self.waiting("echo end; exit 0", for: "TERM")
    let (process, _) = try start(script)
    process.send(SIGINT)
    #expect(process.output.wait(until: .now() + .seconds(30)) { $0.contains("int\n") })
    process.send(SIGTERM)
    #expect(try process.wait() == 0)
    #expect(process.output.text == "ready\nint\nend\n")
  }

  @Test(arguments: [SIGTERM, SIGINT, SIGHUP])
  func aCommandThatDoesNothingAboutASignalEndsByIt(number: Int32) throws {
    let (process, _) = try start("echo ready; exec sleep 60")
    process.send(number)
    #expect(try process.wait() == 128 + number)
  }

  @Test func whatWasIgnoredAtTheStartStaysSo() throws {
    let script = "trap '' HUP; exec \"$0\" exec -- sh -c 'kill -HUP $$; kill -HUP $PPID; echo alive'"
    let result = try Command.run("/bin/sh", ["-c", script, Binary.path])
    #expect(result.status == 0)
    #expect(result.output == "alive\n")
  }

  #if os(Linux)
    /// Process 1 of a container inherits every process whose parent has ended; this one has ended too when its number is
    /// looked for, and is only in the table for as long as nobody has taken note.
    @Test(.enabled(if: Namespace.isAllowed)) func processOneTakesNoteOfOrphansThatEnd() throws {
      let folder = try TemporaryFolder()
      let script = """
        (sh -c 'echo $$ >"$0"' "$0" &)
        until [ -s "$0" ]; do sleep 0.01; done
        read -r orphan <"$0"
        tries=0
        while [ -e "/proc/$orphan" ]; do
          tries=$((tries + 1))
          [ $tries -lt 1000 ] || exit 1
          sleep 0.01
        done
        """
      let result = try Namespace.run([Binary.path, "exec", "--", "sh", "-c", script, folder.file("orphan")])
      #expect(result.status == 0)
    }
  #endif
}
