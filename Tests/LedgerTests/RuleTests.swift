import Testing

@testable import Ledger

@Suite("Rules")
struct RuleTests {
  @Test("A client that breaks a rule is told so, once for each time", arguments: RuleCase.broken)
  func breaks(_ scene: RuleCase) throws {
    var play = Play()
    scene.play(&play)
    let finding = try #require(play.finding(scene.rule))
    #expect(finding.state == .broken)
    #expect(finding.count == scene.count)
    #expect(finding.remarks.count == scene.count)
    #expect(finding.remarks.allSatisfy { $0.waived == nil && $0.received.hasSuffix(".") })
    #expect(finding.remarks.allSatisfy { $0.request != nil })
  }

  @Test("A client that nearly breaks a rule keeps it", arguments: RuleCase.nearly)
  func keeps(_ scene: RuleCase) throws {
    var play = Play()
    scene.play(&play)
    let finding = try #require(play.finding(scene.rule))
    #expect(finding.state == .kept)
    #expect(finding.remarks.isEmpty)
  }

  @Test("A rule that is waived fails nothing, and its remarks say why", arguments: RuleCase.broken)
  func waives(_ scene: RuleCase) throws {
    var play = Play(waiving: [scene.rule])
    scene.play(&play)
    let finding = try #require(play.finding(scene.rule))
    #expect(finding.state == .waived)
    #expect(finding.count == 0)
    #expect(finding.remarks.count == scene.count)
    #expect(finding.remarks.allSatisfy { $0.waived == "a test" })
    #expect(play.report().unusedWaivers.isEmpty)
  }

  /// What hangs on real time begins anew with an import.
  private static let ofRealTime: Set = [
    "one-cart-call-at-a-time", "polling-waits", "quota-respected", "no-hammering",
  ]

  @Test("What a ledger remembers survives an export after each call", arguments: RuleCase.all)
  func survives(_ scene: RuleCase) throws {
    if Self.ofRealTime.contains(scene.rule) { return }
    var (stayer, mover) = (Play(), Play())
    mover.movesOn = true
    scene.play(&stayer)
    scene.play(&mover)
    #expect(mover.finding(scene.rule) == stayer.finding(scene.rule))
    #expect(mover.report().lostCommits == stayer.report().lostCommits)
    #expect(mover.report().steps == stayer.report().steps)
  }

  @Test("Every rule is broken by some client here, and nearly by another")
  func isTested() {
    let ids = Rule.all.map(\.id)
    #expect(ids.filter { id in !RuleCase.broken.contains { $0.rule == id } } == [])
    #expect(ids.filter { id in !RuleCase.nearly.contains { $0.rule == id } } == [])
    #expect(RuleCase.all.filter { !ids.contains($0.rule) }.map(\.name) == [])
  }

  @Test("Each rule stands once, says all it has to, and fits the sets of rules")
  func isWhole() {
    let rules = Rule.all
    #expect(rules.count == 31)
    #expect(Set(rules.map(\.id)).count == rules.count)
    #expect(rules.count <= 64)
    for rule in rules {
      #expect(rule.sentence.hasSuffix(".") && rule.why.hasSuffix(".") && rule.fix.hasSuffix("."))
      #expect(!rule.source.isEmpty)
    }
  }

  @Test("A violation has a source in the documents")
  func isFounded() {
    let invented = Rule.all.filter { $0.source == "WillCall" }
    #expect(invented.allSatisfy { $0.severity != .violation })
  }
}
