import Dispatch
import Testing

/// `willcall clock`, `log`, `orders`, `sandboxes` and `reset`: the control API by hand.
@Suite(.timeLimit(.minutes(5)))
struct ControlCommandTests {
  private static let event = "3F005105D843DFA3"

  private func server(_ arguments: [String] = []) throws -> RunningServer {
    try RunningServer(["--seed", "7", "--start-time", "2026-12-01T18:00:00Z", "--clock-rate", "0"] + arguments)
  }

  private func run(_ line: String, _ server: RunningServer, key: String? = "k") throws -> Command {
    var environment = ["WILLCALL_URL": server.url]
    environment["WILLCALL_APIKEY"] = key
    let result = try Command.run(line.split(separator: " ").map(String.init), environment: environment)
    #expect(result.width <= 80)
    return result
  }

  @Test func theClockIsShownAndMoved() throws {
    let server = try server()
    for (when, now) in [
      ("", "2026-12-01T18:00:00Z, frozen"), ("now", "2026-12-01T18:00:00Z, frozen"),
      ("+3d", "2026-12-04T18:00:00Z, frozen"), ("+90s", "2026-12-04T18:01:30Z, frozen"),
      ("+5m", "2026-12-04T18:06:30Z, frozen"), ("+2h", "2026-12-04T20:06:30Z, frozen"),
      ("+1w", "2026-12-11T20:06:30Z, frozen"), ("+1d12h0.5s", "2026-12-13T08:06:30.500Z, frozen"),
      ("P1DT1H", "2026-12-14T09:06:30.500Z, frozen"), ("+PT0.5S", "2026-12-14T09:06:31Z, frozen"),
      ("2027-01-01T00:00:00Z", "2027-01-01T00:00:00Z, frozen"), ("1798761601", "2027-01-01T00:00:01Z, frozen"),
      ("freeze", "2027-01-01T00:00:01Z, frozen"),
    ] {
      let result = try run("clock \(when)", server)
      #expect(result.outputLines.first == now, "\(when)")
      #expect(result.status == 0 && result.errors.isEmpty)
    }
    #expect(try run("clock x60", server).output.hasSuffix(", at rate 60\n"))
    #expect(try run("clock resume", server).output.hasSuffix(", at rate 60\n"))
  }

  @Test func whatTheMoveBroughtIsTold() throws {
    let server = try server()
    let partner = try server.partner("k")
    let cart = try partner.post(
      "/partners/v1/events/\(Self.event)/cart", body: #"{"reserve":{"tickets":[{"id":"000000000001"}]}}"#)
    let order = #"{"event":"3F00DE1A00000001","account":"12313131"}"#
    let number = try partner.post("/__willcall/orders", body: order).expecting(201).value("/order_number")
    let lines = try run("clock +4d", server).outputLines
    try #require(lines.count == 5)
    #expect(lines[1] == "1 cart has expired:")
    #expect(try lines[2].hasPrefix("  \(cart.value("/cart_id")): "))
    #expect(lines[3] == "1 order's tokens are available now:")
    #expect(lines[4] == "  \(number)")
  }

  @Test func allClocksMoveTogether() throws {
    let server = try server()
    for key in ["a", "b"] { #expect(try run("clock", server, key: key).status == 0) }
    let result = try run("clock +1d --key *", server)
    #expect(result.output == "2026-12-02T18:00:00Z, frozen, 2 sandboxes\n")
  }

  @Test func theClockDoesNotGoBack() throws {
    let server = try server()
    let result = try run("clock 2026-11-01T00:00:00Z", server)
    #expect(result.status == 1)
    #expect(result.errorLines.count == 1 && result.errors.contains("only moves forward"))
    #expect(try run("clock +1d", server).status == 0)
    #expect(try run("reset --part clock", server).output == "reset clock\n")
    #expect(try run("clock", server).output == "2026-12-01T18:00:00Z, frozen\n")
  }

  @Test func theJournalIsToldLineByLine() throws {
    let server = try server()
    #expect(try run("log", server).output == "no requests yet\n")
    let partner = try server.partner("k")
    #expect(try partner.get("/partners/v1/events").status == 200)
    #expect(try partner.get("/partners/v1/events/\(Self.event)/availability").status == 200)
    #expect(try partner.get("/partners/v1/events/nope").status == 404)
    #expect(try partner.get("/partners/v1/nope").status == 404)
    let lines = try run("log", server).outputLines.map { $0.replacing(/[0-9.]+ ms$/, with: "# ms") }
    let heads = lines.filter { !$0.hasPrefix(" ") }.map { $0.split(separator: " ").joined(separator: " ") }
    #expect(
      heads == [
        "2026-12-01T18:00:00Z r1 200 events.list # ms", "2026-12-01T18:00:00Z r2 200 availability # ms",
        "2026-12-01T18:00:00Z r3 404 event.details # ms", "2026-12-01T18:00:00Z r4 404 - # ms",
      ])
    #expect(lines.contains { $0.hasPrefix("    - There is no event nope; this sandbox has ") })
    #expect(lines.contains("    - GET /partners/v1/nope?apikey=k"))
    #expect(try run("log --limit 1", server).outputLines.filter { !$0.hasPrefix(" ") }.count == 1)
  }

  @Test func whatComesIsTold() throws {
    let server = try server()
    let partner = try server.partner("k")
    #expect(try partner.get("/partners/v1/events").status == 200)
    let process = try ChildProcess(Binary.path, ["log", "-f", "--key", "k", "--url", server.url])
    // The journal comes once the stream is there.
    #expect(process.output.wait(until: .now() + .seconds(30)) { $0.contains(" r1 ") })
    for number in 2...4 {
      #expect(try partner.get("/partners/v1/events/nope").status == 404)
      #expect(process.output.wait(until: .now() + .seconds(30)) { $0.contains(" r\(number) ") })
    }
    #expect(try server.partner("other").get("/partners/v1/events").status == 200)
    #expect(try server.stop() == 0)
    #expect(try process.wait() == 1)
    #expect(process.errors.text.split(separator: "\n").count == 1)
    let heads = process.output.text.split(separator: "\n").filter { !$0.hasPrefix(" ") }
    #expect(heads.count == 4, "each request once, and nobody else's")
  }

  @Test func whatComesToAllIsToldWithItsKey() throws {
    let server = try server()
    let process = try ChildProcess(Binary.path, ["log", "--follow", "--url", server.url])
    // When the stream is there nobody says, so somebody asks until it is.
    let partners = [try server.partner("one"), try server.partner("two")]
    var isTold = false
    for _ in 0..<1000 where !isTold {
      for partner in partners { _ = try partner.get("/partners/v1/events") }
      isTold = process.output.wait(until: .now() + .milliseconds(30)) { $0.contains(" one\n") && $0.contains(" two\n") }
    }
    #expect(isTold)
  }

  @Test func ordersAreATable() throws {
    let server = try server()
    let partner = try server.partner("k")
    let order = #"{"event":"3F00DE1A00000001","account":"a-very-long-account-name-of-somebody","tickets":2}"#
    let made = try partner.post("/__willcall/orders", body: order).expecting(201)
    let token = try made.value("/order_token")
    let number = try made.value("/order_number")
    let lines = try run("orders", server).outputLines
    #expect(lines.first?.split(separator: " ") == ["ORDER", "EVENT", "ACCOUNT", "SEATS", "TOTAL", "PLACED", "STATE"])
    let last = try #require(lines.last)
    #expect(last.hasPrefix(number) && last.contains("3F00DE1A00000001") && last.hasSuffix("from 2026-12-04"))
    #expect(last.contains("…"), "what is long gives way")
    #expect(try partner.post("/__willcall/orders/\(token)/void", body: "{}").status == 200)
    #expect(try run("orders", server).output.hasSuffix(" voided\n"))
    let empty = try self.server(["--no-built-in-fixtures"])
    #expect(try run("orders", empty).output == "no orders\n")
  }

  /// A server whose answers a scenario writes: the path of the control API is in its query.
  @Test func sandboxesAreATable() throws {
    let folder = try TemporaryFolder()
    let long = String(repeating: "long-", count: 20)
    try folder.write(
      """
      {"name": "list", "rules": [{"name": "r", "when": {"operation": "events.list"}, "then": {"respond": {
        "status": 200, "body": {"sandboxes": [
          {"key": "my-key", "requests": 12, "carts": 1, "orders": 4, "now": "2026-12-01T18:00:00Z", "more": []},
          {"key": "\(long)", "requests": 0}
        ]}
      }}}]}
      """, to: "list.json")
    let server = try server(["--scenario", folder.file("list.json")])
    let result = try Command.run(["sandboxes", "--url", server.url + "/partners/v1/events?apikey=k&x="])
    #expect(result.status == 0)
    #expect(result.width <= 80)
    let lines = result.outputLines
    try #require(lines.count == 3)
    #expect(lines[0].split(separator: " ") == ["KEY", "REQUESTS", "CARTS", "ORDERS", "NOW"])
    #expect(lines[1].split(separator: " ") == ["my-key", "12", "1", "4", "2026-12-01T18:00:00Z"])
    #expect(lines[2].hasPrefix("long-long-") && lines[2].contains("… ") && lines[2].hasSuffix(" 0"))
  }

  @Test func sandboxesAreThoseOfTheServer() throws {
    let server = try server()
    #expect(try server.partner().get("/partners/v1/events").status == 200)
    let lines = try Command.run(["sandboxes", "--url", server.url]).outputLines
    try #require(lines.count == 2)
    #expect(lines[1].split(separator: " ").dropFirst() == ["1", "0", "3", "2026-12-01T18:00:00Z"])
  }

  @Test func aSandboxIsReset() throws {
    let server = try server()
    #expect(try run("clock +1d", server).status == 0)
    #expect(try run("reset", server).output == "reset state, clock, journal, ledger, scenarios, faults\n")
    #expect(try run("clock", server).output == "2026-12-01T18:00:00Z, frozen\n")
    #expect(try run("reset --part journal --part state", server).output == "reset state, journal\n")
  }

  private static let commands = ["clock", "clock +1d", "log", "log -f", "orders", "sandboxes", "reset"]

  @Test(arguments: commands)
  func aServerThatIsNotThereIsAFailureThatSaysHowToStartOne(line: String) throws {
    let server = try server()
    #expect(try server.stop() == 0)
    let result = try run(line, server)
    #expect(result.status == 1)
    #expect(result.output.isEmpty)
    #expect(result.errorLines.count == 1)
    #expect(result.errors.contains(server.url) && result.errors.contains("'willcall serve'"))
  }

  @Test(arguments: commands)
  func theTokenIsAskedForAndGiven(line: String) throws {
    let server = try server(["--control-token", "secret"])
    let refused = try run(line, server)
    #expect(refused.status == 2)
    #expect(refused.errorLines.count == 1 && refused.errors.contains("WILLCALL_CONTROL_TOKEN"))
    if line == "log -f" || line == "sandboxes" { return }
    #expect(try run(line + " --control-token secret", server).status == 0)
    let environment = ["WILLCALL_URL": server.url, "WILLCALL_APIKEY": "k", "WILLCALL_CONTROL_TOKEN": "secret"]
    let words = line.split(separator: " ").map(String.init)
    #expect(try Command.run(words, environment: environment).status == 0)
  }

  @Test(arguments: commands)
  func withoutTheControlAPIAFailureSaysSo(line: String) throws {
    let result = try run(line, try server(["--no-control"]))
    #expect(result.status == 1)
    #expect(result.errorLines.count == 1 && result.errors.contains("without its control API"))
  }

  @Test func whichSandboxIsMeantHasToBeClear() throws {
    let server = try server()
    let none = try run("clock", server, key: nil)
    #expect(none.status == 2 && none.errors.contains("There is no sandbox yet"))
    #expect(try run("clock --key a&b", server).status == 0)
    #expect(try run("clock", server, key: nil).status == 0, "the only one")
    #expect(try run("clock", server, key: "c").status == 0)
    let several = try run("orders", server, key: nil)
    #expect(several.status == 2 && several.errors.contains("--key: expected the key of one of a&b, c"))
    #expect(several.errorLines.count == 1)
  }

  @Test func whoeverElseAnswersIsNotWillCall() throws {
    let server = try server()
    let result = try Command.run(["orders", "--url", server.url + "/partners/v1/events?apikey=k&x="])
    #expect(result.status == 1 && result.output.isEmpty)
    #expect(result.errors.contains("answered 200, but not the way WillCall does"))
    let missing = try Command.run(["orders", "--url", server.url + "/nowhere"])
    #expect(missing.status == 1)
    #expect(missing.errors.contains("answered 404"))
  }

  @Test func aCommandOfExecFindsTheServerAndTheKey() throws {
    let result = try Command.run(
      ["exec", "--start-time", "2026-12-01T18:00:00Z", "--clock-rate", "0", "--", Binary.path, "clock", "+1d"])
    #expect(result.status == 0)
    #expect(result.output == "2026-12-02T18:00:00Z, frozen\n")
  }
}
