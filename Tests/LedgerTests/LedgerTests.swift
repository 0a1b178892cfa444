import Determinism
import JSONText
import Testing

@testable import Ledger

@Suite("Ledger")
struct LedgerTests {
  @Test("An empty ledger exercised no rule, is incomplete, and takes no memory of its own")
  func empty() {
    let ledger = Ledger()
    let report = ledger.totals(at: .distantPast, key: "k").report()
    #expect(report.verdict == .incomplete)
    #expect(report.version == 1)
    #expect(report.rules.allSatisfy { $0.state == .notExercised && $0.count == 0 })
    #expect(report.steps.map(\.count) == [0, 0, 0, 0, 0, 0])
    #expect(report.cautions == ["No call was seen."])
    #expect(ledger.isEmpty)
  }

  @Test("Counts are exact, and of the remarks the first ten and the newest ten are kept")
  func bounds() throws {
    var play = Play()
    for _ in 1...1000 { play.call(.availability) { $0.otherForms = ["Old."] } }
    let finding = try #require(play.finding("present-form"))
    #expect(finding.count == 1000)
    #expect(finding.remarks.map(\.request) == (Array(1...10) + Array(991...1000)).map { "r\($0)" })
  }

  @Test("Waived remarks do not crowd out others")
  func crowd() throws {
    var play = Play()
    for call in 1...100 {
      play.call(.availability) {
        $0.otherForms = ["Old."]
        if call != 50 { $0.waives = RuleSet(names: "present-form") }
      }
    }
    let finding = try #require(play.finding("present-form"))
    #expect(finding.state == .broken)
    #expect(finding.count == 1)
    #expect(finding.remarks.first?.request == "r50")
    #expect(finding.remarks.count == 21)
  }

  @Test("What is remembered is bounded, however many carts, devices and tickets there are")
  func memory() {
    var play = Play()
    for cart in 1...600 {
      play.reserve("\(cart)")
      play.pay("\(cart)", account: "\(cart)")
      play.open("\(cart)", account: "\(cart)", device: "\(cart)")
    }
    let rows = play.ledger.memories.map(\.rows.count)
    #expect(rows.allSatisfy { $0 <= Table<CartGivenBack.Held>.limit })
    #expect(rows.contains { $0 > Table<CartGivenBack.Held>.limit / 2 })
  }

  @Test("Memories fit where they are stored")
  func size() {
    for memory in Ledger.freshMemories {
      #expect(Self.size(of: memory) <= 24)
    }
    #expect(MemoryLayout<Ledger>.size <= 128)
  }

  private static func size<Value>(of value: Value) -> Int { MemoryLayout<Value>.size }

  @Test(
    "The verdict is that of the gravest rule that is broken and not waived",
    arguments: [
      ("amount-is-the-total", Report.Severity.violation, Report.Verdict.notReady),
      ("body-is-json", .violation, .ready), ("body-is-json", .warning, .notReady),
      ("present-form", .violation, .ready), ("present-form", .warning, .ready),
    ])
  func verdict(_ rule: String, _ gravest: Report.Severity, _ expected: Report.Verdict) {
    func breakRule(_ play: inout Play) {
      play.flow()
      play.reserve("more")
      play.pay("more") {
        switch rule {
        case "amount-is-the-total": $0.amount = 1
        case "body-is-json": $0.foreignContentType = "text/plain"
        default: $0.otherForms = ["Old."]
        }
      }
    }
    var play = Play()
    breakRule(&play)
    #expect(play.broken == [rule])
    #expect(play.report(failingOn: gravest).verdict == expected)
    var waived = Play(waiving: [rule])
    breakRule(&waived)
    #expect(waived.report(failingOn: gravest).verdict == .ready)
  }

  @Test("A broken violation is not ready, though steps are missing; without one it is incomplete")
  func incomplete() {
    var play = Play()
    play.buy()
    #expect(play.report().verdict == .incomplete)
    play.pay { $0.amount = 1 }
    #expect(play.report().verdict == .notReady)
  }

  @Test("Test numbers in clear are advice, until another number comes")
  func testNumbers() {
    var play = Play()
    play.flow()
    play.reserve("b")
    play.pay("b") { $0.card = .clear(isTestNumber: true) }
    #expect(play.finding("card-encrypted")?.severity == .advice)
    #expect(play.report().verdict == .ready)
    play.pay("b") { $0.card = .clear(isTestNumber: false) }
    #expect(play.finding("card-encrypted")?.severity == .violation)
    #expect(play.finding("card-encrypted")?.count == 2)
    #expect(play.report().verdict == .notReady)
  }

  @Test("A header waives for one request; for a cart that expires later, by the request that reserved it")
  func header() {
    var play = Play()
    play.reserve { $0.waives = RuleSet(names: "user-id-matches, cart-given-back") }
    play.reserve("other")
    play.pass(.seconds(400))
    play.call(.availability)
    let finding = play.finding("cart-given-back")
    #expect(finding?.count == 1)
    #expect(finding?.remarks.map(\.request) == ["r2", "r1"])
    #expect(finding?.remarks.last?.waived == Ledger.headerReason)
  }

  @Test("A waiver that nothing used is told, and waivers can be dropped")
  func waivers() throws {
    var play = Play(waiving: ["present-form", "captcha-once"])
    #expect(Waiver(rule: "no-such-rule", reason: "") == nil)
    play.call(.availability) { $0.otherForms = ["Old."] }
    let unused = Report.Waiver(rule: "captcha-once", reason: "a test")
    #expect(play.report().unusedWaivers == [unused])
    play.ledger.dropWaivers()
    play.call(.availability) { $0.otherForms = ["Old."] }
    #expect(play.finding("present-form")?.count == 1)
    #expect(play.report().unusedWaivers == [])
  }

  @Test("A finished ledger gives its totals and forgets all but the waivers")
  func finishing() {
    var play = Play(waiving: ["present-form"])
    play.flow()
    let before = play.report()
    let totals = play.ledger.finish(at: play.time, key: "sandbox")
    #expect(totals.report() == before)
    #expect(play.ledger.isEmpty)
    #expect(play.ledger.currentWaivers.map(\.waiver.rule) == ["present-form"])
  }

  @Test("A report changes nothing: what it closes is open again")
  func snapshot() {
    var play = Play()
    play.reserve()
    play.pass(.seconds(400))
    #expect(play.finding("cart-given-back")?.count == 1)
    #expect(play.finding("cart-given-back")?.count == 1)
    play.call(.availability)
    play.call(.availability)
    #expect(play.finding("cart-given-back")?.count == 1)
  }

  @Test("A voided ticket need not be refreshed")
  func voided() {
    var play = Play()
    play.buy()
    play.ledger.record(.voided(barcodes: ["cart-1"]), at: play.time)
    play.time = Play.begins
    #expect(play.finding("refresh-before-event")?.count == 1)
  }

  @Test(
    "A run that proves little says so",
    arguments: [
      (
        "one event, no refresh",
        [
          "Tickets of one event alone were bought; events differ in seating, delivery and entry.",
          "No token was ever refreshed.",
        ]
      ),
      ("unauthorized", ["1 of 2 calls were unauthorized (401), so little was tried."]),
      ("enough", []),
    ])
  func cautions(_ run: String, _ expected: [String]) {
    var play = Play()
    switch run {
    case "unauthorized":
      play.call(.availability, 401)
      play.call(.availability)
    default:
      play.buy()
      play.open()
      if run == "enough" {
        play.buy("b", event: "E2")
        play.render()
      }
    }
    #expect(play.report().cautions == expected)
  }

  @Test(
    "An import that is no ledger changes nothing and says where",
    arguments: [
      ("\"version\":1", "\"version\":2", "/version"), ("\"calls\":6", "\"calls\":-6", "/calls"),
      ("\"orders.open\"", "\"orders.close\"", "/steps/4/step"),
      ("\"rule\":\"device-id-sticky\"", "\"rule\":\"user-id-matches\"", "/memories/1/rule"),
    ])
  func restoring(_ old: String, _ new: String, _ path: String) throws {
    var play = Play()
    play.flow()
    var writer = JSONWriter()
    play.ledger.export(into: &writer)
    let text = String(decoding: writer.bytes, as: UTF8.self)
    let parts = text.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
    let wrong = parts.joined(separator: new)
    #expect(wrong != text)
    let value = try JSONValue.parse(Array(wrong.utf8))
    let error = #expect(throws: JSONMismatch.self) { try Ledger(restoring: value) }
    #expect(error?.path == path)
  }
}
