import Scenarios
import Testing

@Suite struct BundledScenarioTests {
  static let names = [
    "captcha", "cards-documented", "cart-expires-in-payment", "commit-response-lost", "delay-delivery",
    "delay-delivery-demo", "flaky-network", "niterun", "partial-render", "payment-declined-twice", "polling", "quota",
    "refresh-fails", "sla", "token-malformed",
  ]

  private static func bundled(_ name: String) throws -> Scenario {
    try ScenarioReader.read(
      TestFiles.contents(of: "\(TestFiles.root)/scenarios/\(name).json"), file: "\(name).json",
      vocabulary: Sample.vocabulary)
  }

  private static func engine(_ name: String) throws -> ScenarioEngine {
    ScenarioEngine(server: [try bundled(name)])
  }

  @Test func theFolderHoldsThemAndTheSchema() {
    let files = TestFiles.names(in: "\(TestFiles.root)/scenarios")
    #expect(files == (Self.names + ["schema"]).map { "\($0).json" }.sorted())
  }

  @Test(arguments: names)
  func eachIsNamedAsItsFileAndTellsAStory(name: String) throws {
    let scenario = try Self.bundled(name)
    #expect(scenario.name == name)
    #expect((scenario.description?.count ?? 0) > 80)
    #expect(
      try TestFiles.text(of: "\(TestFiles.root)/scenarios/\(name).json").contains(##""$schema": "./schema.json""##))
  }

  @Test func paymentIsDeclinedTwiceAndThenAccepted() throws {
    var engine = try Self.engine("payment-declined-twice")
    let outcomes = (0..<4).map { _ in engine.select(SampleRequest("cart.payment"), seed: 1)?.outcome }
    #expect(outcomes == [.error("payment-not-accepted"), .error("payment-not-accepted"), nil, nil])
    #expect(engine.isEmpty("cart.commit"))
  }

  @Test func theFirstCommitLosesItsAnswer() throws {
    var engine = try Self.engine("commit-response-lost")
    #expect(engine.select(SampleRequest("cart.commit"), seed: 1)?.outcome == .loseResponse)
    #expect(engine.label("cart.commit") == nil)
  }

  @Test func timePassesBeforeTheFirstPayment() throws {
    var engine = try Self.engine("cart-expires-in-payment")
    let first = engine.select(SampleRequest("cart.payment"), seed: 1)
    #expect(first?.outcome == .unchanged)
    // A second more than the hold that the scenario sets.
    #expect(first?.clock == ClockStep(.seconds(301), moment: .before))
    #expect(engine.select(SampleRequest("cart.payment"), seed: 1) == nil)
    #expect(engine.isEmpty("cart.commit"))
  }

  @Test func twoRefreshesFail() throws {
    var engine = try Self.engine("refresh-fails")
    let outcomes = (0..<3).map { _ in engine.select(SampleRequest("securerender"), seed: 1)?.outcome }
    #expect(outcomes == [.error("upstream-timeout"), .error("upstream-timeout"), nil])
  }

  @Test(arguments: [
    ("niterun", "cart.reserve", Outcome.error("niterun")),
    ("niterun", "orders.open", .error("niterun")),
    ("polling", "cart.commit", .poll(times: 1, waitSeconds: 4)),
    ("partial-render", "securerender", .ticketError("missing.row.attribute", ticket: 2)),
    ("token-malformed", "orders.open", .token(.malformed, ticket: nil)),
    ("token-malformed", "securerender", .token(.malformed, ticket: nil)),
  ])
  func someGoOn(name: String, operation: String, outcome: Outcome) throws {
    var engine = try Self.engine(name)
    for _ in 0..<3 { #expect(engine.select(SampleRequest(operation), seed: 1)?.outcome == outcome) }
  }

  @Test func eventsAreAdjusted() throws {
    func adjustment(_ name: String) throws -> EventAdjustment? { try Self.engine(name).adjustment(forEvent: "3F00") }
    #expect(try adjustment("captcha") == EventAdjustment(captcha: true))
    #expect(
      try adjustment("cart-expires-in-payment")
        == EventAdjustment(hold: HoldAdjustment(reserveSeconds: 300)))
    #expect(
      try adjustment("delay-delivery")
        == EventAdjustment(delayDelivery: DelayedDelivery(until: .beforeEvent(.seconds(86_400)))))
    #expect(
      try adjustment("delay-delivery-demo")
        == EventAdjustment(delayDelivery: DelayedDelivery(until: .afterOrder(.seconds(120)))))
  }

  @Test func settingsApplyToAllRequests() throws {
    #expect(try Self.engine("cards-documented").cards() == .encryptedOnly)
    #expect(try Self.engine("quota").quota() == Quota(perHour: 3600))
  }

  @Test(arguments: [("orders.open", 200, 800), ("orders.get", 200, 800), ("securerender", 120, 500)])
  func serviceLevelsHoldForAllButOneInTwoHundred(operation: String, median: Int64, limit: Int64) throws {
    var engine = try Self.engine("sla")
    let delays = (0..<20_000).compactMap { _ in engine.select(SampleRequest(operation), seed: 7)?.delay }.sorted()
    try #require(delays.count == 20_000)
    #expect(delays[10_000] > .milliseconds(median * 97 / 100))
    #expect(delays[10_000] < .milliseconds(median * 103 / 100))
    let late = delays.count { $0 > .milliseconds(limit) }
    #expect((70...130).contains(late), "\(late) of 20,000 are later than \(limit) ms; 100 are allowed")
  }

  @Test func oneCallInTenMeetsABadNetwork() throws {
    var engine = try Self.engine("flaky-network")
    var counts: [Outcome: Int] = [:]
    for _ in 0..<10_000 {
      guard let outcome = engine.select(SampleRequest("availability"), seed: 3)?.outcome else { continue }
      counts[outcome, default: 0] += 1
    }
    #expect((250...350).contains(counts[.fault(.connectionReset)] ?? 0))
    #expect((150...250).contains(counts[.fault(.emptyResponse)] ?? 0))
    #expect((150...250).contains(counts[.fault(.truncatedBody)] ?? 0))
    #expect((230...350).contains(counts[.fault(.slowDrip)] ?? 0))
    #expect(counts.count == 4)
  }
}
