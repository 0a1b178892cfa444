import HTTPTypes
import LoopbackClient
import Testing

/// Input that no command can use: status 2, the reason on standard error, nothing on standard output.
@Suite(.timeLimit(.minutes(5)))
struct UsageErrorTests {
  @Test(arguments: [
    (["--bogus"], "--bogus"),
    (["serve", "extra"], "extra"),
    (["frobnicate"], "frobnicate"),
    (["--port", "65536"], "65536"),
    (["--port", "http"], "http"),
    (["--port"], "--port"),
    (["--seed", "seven"], "seven"),
    (["--start-time", "yesterday"], "yesterday"),
    (["--clock-rate", "fast"], "fast"),
    (["--clock-rate=-1"], "-1"),
    (["--clock-rate", "nan"], "nan"),
    (["--clock-rate", "1000001"], "1000001"),
    (["--log-level", "loud"], "loud"),
    (["--public-url", "ftp://x"], "ftp://x"),
    (["--cors", ""], "--cors"),
    (["--cors", "app.example"], "app.example"),
    (["--cors", "http://app.example/"], "http://app.example/"),
    (["--control-token", ""], "--control-token"),
    (["--control-token", "two words"], "two words"),
    (["--control-token", "geheimß"], "geheimß"),
    (["--allow-host", ""], "--allow-host"),
    (["--allow-host", "one.test,,two.test"], "one.test,,two.test"),
    (["--cors", "http://a.test, app.example"], "app.example"),
    (["--allow-single-label-hosts=no"], "takes no value"),
    (["health", "--wait", "soon"], "soon"),
    (["health", "--wait=-1"], "-1"),
    (["--allow-host", "http://willcall.test"], "http://willcall.test"),
    (["--allow-host", "willcall.test/path"], "willcall.test/path"),
    (["--allow-host", "will call"], "will call"),
    (["--host", ""], "--host"),
    (["--host", "[::1]"], "without brackets"),
    (["--host", "127.0.0.1:80"], "127.0.0.1:80"),
    (["--start-time", "-1"], "\"-1\""),
    (["--start-time", "253402300800"], "253402300800"),
    (["--clock-rate", "-1"], "from 0 (frozen) to 1000000, found \"-1\""),
    (["--fixtures="], "--fixtures"),
    (["--ready-file="], "--ready-file"),
    (["--no-hints=yes"], "--no-hints takes no value"),
    (["--prot", "80"], "did you mean --port?"),
    (["helth"], "did you mean health?"),
    (["exec"], "<command>"),
    (["exec", "--"], "<command>"),
    (["--fixtures", "/no/such/folder"], "/no/such/folder"),
    (["walkthrough", "--slowly"], "--slowly"),
    (["walkthrough", "--pace", "slowly"], "slowly"),
    (["walkthrough", "--pace", "3601"], "3601"),
    (["--generate-completion-script"], "--generate-completion-script <shell>"),
    (["--generate-completion-script", "tcsh"], "expected bash, zsh or fish, found \"tcsh\""),
    (["serve", "--generate-completion-script", "bash"], "--generate-completion-script"),
    (["clock", "soon"], "soon"),
    (["clock", "+3"], "+3"),
    (["clock", "+"], "\"+\""),
    (["clock", "-3d"], "only moves forward"),
    (["clock", "-PT5M"], "only moves forward"),
    (["clock", "x-1"], "x-1"),
    (["clock", "now", "freeze"], "freeze"),
    (["log", "-x"], "-x"),
    (["log", "--limit", "1001"], "1001"),
    (["reset", "--part", "seats"], "seats"),
    (["orders", "--url", "localhost:8490"], "localhost:8490"),
    (["orders", "--control-token", "two words"], "two words"),
    (["fixture", "validate"], "<files>"),
    (["fixture", "validate", "/no/such/file.json"], "/no/such/file.json"),
    (["health", "--url"], "--url"),
    (["token", "decode"], "<token>"),
    (["token", "payload", "012345678901", "--at", "noon"], "noon"),
    (["token", "draw", "012345678901", "--as", "aztec"], "aztec"),
    (["token", "melt", "012345678901"], "melt"),
  ])
  func isRefusedByName(arguments: [String], named: String) throws {
    let result = try Command.run(arguments, environment: ["WILLCALL_PORT": "0"])
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains(named))
  }

  @Test(
    arguments: [
      ("WILLCALL_PORT", "http"), ("WILLCALL_HOST", "127.0.0.1:80"), ("WILLCALL_ALLOW_SINGLE_LABEL_HOSTS", "perhaps"),
      ("WILLCALL_CORS", "app.example"), ("WILLCALL_ALLOW_HOST", "a.test,http://x"),
    ], ["serve", "exec true", "health"])
  func aVariableThatSaysNothingUsefulIsRefused(variable: (name: String, value: String), command: String) throws {
    let words = command.split(separator: " ").map(String.init)
    let result = try Command.run(words, environment: [variable.name: variable.value])
    #expect(result.status == 2)
    #expect(result.errors.contains(variable.name) && result.errors.contains("\"\(variable.value)\""))
  }

  @Test func severalHostsAndOriginsGoIntoOneValue() throws {
    let server = try RunningServer(
      ["--allow-host", "one.test, two.test:80", "--cors", "http://one.test,http://two.test"],
      environment: ["WILLCALL_ALLOW_HOST": "three.test,four.test", "WILLCALL_CORS": "http://other.test"])
    for host in ["one.test", "two.test", "three.test", "four.test"] {
      let answer = try server.connect().request(.get, "/__willcall/clock?apikey=k", fields: [("Host", host)])
      #expect(answer.status == 200, "\(host)")
    }
    for (origin, allowed) in [
      ("http://one.test", "http://one.test"), ("http://two.test", "http://two.test"), ("http://other.test", nil),
    ] {
      let answer = try server.connect().request(.get, "/partners/v1/events?apikey=k", fields: [("Origin", origin)])
      #expect(answer["Access-Control-Allow-Origin"] == allowed)
    }
    #expect(try server.stop() == 0)
  }

  @Test(arguments: ["willcall.test", "willcall.test:8490", "[::1]:8490", "fe80::1", "192.0.2.7"])
  func aHostThatARequestMayNameIsTaken(host: String) throws {
    let server = try RunningServer(["--allow-host", host])
    #expect(try server.stop() == 0)
  }

  @Test func anAllowedHostInTheEnvironmentThatIsNoneIsRefused() throws {
    let result = try Command.run(["--port", "0"], environment: ["WILLCALL_ALLOW_HOST": "http://x/"])
    #expect(result.status == 2)
    #expect(result.errors.contains("WILLCALL_ALLOW_HOST") && result.errors.contains("\"http://x/\""))
  }

  /// A name in another encoding is the name of another file.
  @Test func anArgumentThatIsNotUTF8IsRefusedByItsPlace() throws {
    let script = "exec \"$0\" --no-control --fixtures \"$(printf 'caf\\351')\""
    let result = try Command.run("/bin/sh", ["-c", script, Binary.path])
    #expect(result.status == 2)
    #expect(result.output.isEmpty && result.errorLines.count == 1)
    #expect(result.errors.contains("argument 3 is not UTF-8"))
  }

  #if os(Linux)
    /// Swift's runtime finds the command line by way of /proc, and none where there is none: a server with all defaults.
    @Test(.enabled(if: Namespace.isAllowed)) func theCommandLineIsReadWhereThereIsNoProc() throws {
      let script = "mount -t tmpfs none /proc && exec \"$0\" --no-control --port http"
      let result = try Namespace.run(["/bin/sh", "-c", script, Binary.path])
      #expect(result.status == 2)
      #expect(result.errors.contains("--port: expected a port"))
    }
  #endif

  @Test func whatATerminalObeysIsNotEchoed() throws {
    let result = try Command.run(["--port", "\u{1B}[2J", "\u{7}"])
    #expect(result.status == 2)
    #expect(!result.errors.contains("\u{1B}") && result.errors.contains("\\u{1B}[2J"))
  }

  static let limits = [
    "request-line", "headers", "header-bytes", "body", "connections", "header-timeout", "idle-timeout", "body-timeout",
    "drain-timeout",
  ]

  @Test func everyLimitCanBeSetWithAndWithoutUnits() throws {
    let values = Self.limits.flatMap { name in
      (name.hasSuffix("timeout") ? ["30", "30s", "30000ms"] : ["20000", "64KiB", "1MiB"]).flatMap {
        ["--limit", "\(name)=\($0)"]
      }
    }
    let server = try RunningServer(values)
    #expect(try server.partner().get("/partners/v1/events").status == 200)
    #expect(try server.stop() == 0)
  }

  @Test(arguments: [
    "nope=1", "body", "body=", "body=0", "body=-1", "body=x", "body=1GiB", "body=1ms", "body=1.5", "=1",
    "body-timeout=1KiB", "idle-timeout=0", "headers=99999999999", "Body=1",
  ])
  func aLimitThatIsNoneIsRefused(text: String) throws {
    let result = try Command.run(["--port", "0", "--limit", text])
    #expect(result.status == 2)
    #expect(result.errors.contains("\"\(text)\""))
    for name in Self.limits { #expect(result.errors.contains(name), "the message lists the names") }
  }
}
