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
    (["--fixtures", "/no/such/folder"], "/no/such/folder"),
    (["walkthrough", "--slowly"], "--slowly"),
    (["health", "--url"], "--url"),
    (["token", "decode"], "<token>"),
    (["token", "payload", "012345678901", "--at", "noon"], "noon"),
    (["token", "melt", "012345678901"], "melt"),
  ])
  func isRefusedByName(arguments: [String], named: String) throws {
    let result = try Command.run(arguments, environment: ["WILLCALL_PORT": "0"])
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains(named))
  }

  @Test func aPortInTheEnvironmentThatIsNoneIsRefused() throws {
    let result = try Command.run([], environment: ["WILLCALL_PORT": "http"])
    #expect(result.status == 2)
    #expect(result.errors.contains("WILLCALL_PORT") && result.errors.contains("\"http\""))
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
    #expect(result.errors.contains("'\(text)'"))
    for name in Self.limits { #expect(result.errors.contains(name), "the message lists the names") }
  }
}
