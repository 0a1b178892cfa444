import Dispatch
import HTTPTypes
import LoopbackClient
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The line a request on standard error.
@Suite(.timeLimit(.minutes(5)))
struct RequestLineTests {
  /// Asks for what is there, for what is not, without a key, and of a scenario.
  private static func play(_ server: RunningServer) throws {
    let partner = try server.partner("demo")
    #expect(try partner.get("/partners/v1/events").status == 200)
    #expect(try partner.get("/partners/v1/evnts").status == 404)
    let connection = try server.connect()
    #expect(try connection.request(.get, "/partners/v1/events").status == 401)
    let path = "/partners/v1/events/\(SampleEvent.documented)/availability?apikey=demo"
    #expect(try connection.request(.get, path, fields: [("X-Willcall-Scenario", "niterun")]).status == 503)
    #expect(try connection.request(.get, "/__willcall/clock?apikey=demo").status == 200)
  }

  /// What is told of these requests, in order, without time and milliseconds.
  private static var told: [Regex<Substring>] {
    [
      #/events\.list 200 .* demo$/#,
      #/GET /partners/v1/evnts 404 [\d.]+ ms demo No route matches .*$/#,
      #/events\.list 401 [\d.]+ ms Send the partner key .*$/#,
      #/availability 503 .* demo \[niterun/ticketing-down\] The scenario .*$/#,
      #/GET /__willcall/clock 200 [\d.]+ ms$/#,
    ]
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(whereSeparator: \.isNewline).filter { $0.contains(#/ \d\d\d\d-\d\d-\d\dT/#) }
  }

  @Test func fromInfoOnALineTellsOfEachRequest() throws {
    let server = try RunningServer(["--log-level", "info"])
    try Self.play(server)
    #expect(try server.stop() == 0)
    let lines = Self.lines(server.errors)
    #expect(lines.count == Self.told.count)
    for (line, told) in zip(lines, Self.told) {
      #expect(line.contains(told), "\(line)")
      #expect(line.hasPrefix("willcall: 2") && !line.contains("\u{1B}"))
    }
  }

  @Test(arguments: [[], ["--log-level", "notice"], ["--log-level", "debug", "--quiet"], ["--quiet"]])
  func elseThereIsNone(options: [String]) throws {
    let server = try RunningServer(options)
    try Self.play(server)
    #expect(try server.stop() == 0)
    #expect(Self.lines(server.errors).isEmpty)
  }

  @Test func fromDebugOnTheHeaderFieldsFollowWithoutSecrets() throws {
    let server = try RunningServer(["--log-level", "debug", "--control-token", "open-sesame"])
    let connection = try server.connect()
    let key = "kEy9kEy8kEy7kEy6kEy5kEy4kEy3kEy2"
    let fields = [("X-Api-Key", key), ("X-User-Id", "7"), ("X-Evil", "a\u{9B}2Jb"), ("Authorization", "Bearer b")]
    #expect(try connection.request(.get, "/partners/v1/events", fields: fields).status == 200)
    let token = [("Authorization", "Bearer open-sesame")]
    #expect(try connection.request(.get, "/__willcall/clock?apikey=\(key)", fields: token).status == 200)
    #expect(try server.stop() == 0)
    #expect(server.errors.contains("\n    > X-User-Id: 7\n"))
    #expect(server.errors.contains("\n    < X-Willcall-Request: r1\n"))
    #expect(!server.errors.contains(key) && !server.errors.contains("Bearer b"))
    #expect(!server.errors.contains("open-sesame"))
    #expect(server.errors.unicodeScalars.allSatisfy { $0 == "\n" || (0x20...0x7E).contains($0.value) || $0 == "…" })
  }

  @Test(
    arguments: [
      ([:], [], true), (["NO_COLOR": "1"], [], false), (["TERM": "dumb"], [], false),
      ([:], ["--log-level", "warning"], nil), ([:], ["--quiet"], nil),
    ] as [([String: String], [String], Bool?)])
  func onATerminalItIsThereUnasked(environment: [String: String], options: [String], hasColours: Bool?) throws {
    let variables = ["TERM": "xterm", "NO_COLOR": ""].merging(environment) { $1 }
    let process = try ChildProcess(
      Binary.path, ["--port", "0"] + options, environment: variables, onTerminal: true)
    let isReady = process.output.wait(until: .now() + .seconds(30)) { $0.contains("listening on http://127.0.0.1:") }
    try #require(isReady)
    let port = try #require(process.output.text.firstMatch(of: #/127\.0\.0\.1:(\d+)/#).flatMap { UInt16($0.output.1) })
    let result = try Command.run(Binary.path, ["health", "--url", "http://127.0.0.1:\(port)"])
    #expect(result.status == 0)
    process.send(SIGTERM)
    #expect(try process.wait() == 0)
    let text = process.output.text
    #expect(text.contains("GET /__willcall/health") == (hasColours != nil))
    #expect(text.contains("\u{1B}") == (hasColours ?? false))
    if hasColours == false { #expect(text.contains(#/Z GET /__willcall/health 200  +\d+\.\d ms/#)) }
  }

  @Test func aCommandThatFailsIsToldWhatWasRefused() throws {
    let get = "curl -s -o /dev/null \"$WILLCALL_URL/partners/v1/$0?apikey=$WILLCALL_APIKEY\""
    let script =
      "for n in $(seq 25); do \(get.replacing("$0", with: "no-$n")); done; \(get.replacing("$0", with: "events"))"
    let failed = try Command.run(["exec", "--", "sh", "-c", script + "; exit 5"])
    #expect(failed.status == 5)
    #expect(failed.errorLines.contains("willcall: 25 requests were refused; the last 20:"))
    let told = failed.errorLines.filter { $0.hasPrefix("  2") }
    #expect(told.count == 20)
    #expect(told.first?.contains("GET /partners/v1/no-6 ") == true)
    #expect(told.last?.contains("GET /partners/v1/no-25 ") == true)
    #expect(told.allSatisfy { $0.contains("404") && $0.contains("No route matches") })

    let passed = try Command.run(["exec", "--", "sh", "-c", script])
    #expect(passed.status == 0)
    #expect(!passed.errors.contains("refused"))
  }

  @Test func aCommandThatFailsWithoutARefusalIsToldNothing() throws {
    let result = try Command.run(["exec", "--", "false"])
    #expect(result.status == 1)
    #expect(!result.errors.contains("refused"))
  }
}
