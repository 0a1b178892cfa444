import Testing

@testable import Ledger

@Suite("Totals")
struct LedgerTotalsTests {
  private static func totals(_ key: String, _ fill: (inout Play) -> Void) -> LedgerTotals {
    var play = Play()
    fill(&play)
    return play.ledger.totals(at: play.time, key: key)
  }

  @Test("Sandboxes add up: counts exactly, remarks bounded, steps with their first request")
  func adding() throws {
    var totals = LedgerTotals()
    for sandbox in 1...5 {
      totals.add(
        Self.totals("key-\(sandbox)") { play in
          if sandbox == 3 { play.flow() }
          for _ in 1...30 { play.call(.eventsList) { $0.otherForms = ["Old."] } }
        })
    }
    let report = totals.report()
    #expect(report.sandboxes == 5)
    #expect(report.verdict == .ready)
    let finding = try #require(report.rules.first { $0.id == "present-form" })
    #expect(finding.count == 150)
    #expect(finding.remarks.count == 20)
    #expect(finding.remarks.first?.sandbox == "key-1")
    #expect(finding.remarks.last?.sandbox == "key-5")
    #expect(report.steps.map(\.count) == [1, 1, 1, 1, 1, 1])
    #expect(report.steps.first?.request == "r1")
  }

  @Test("Steps of several sandboxes complete each other; one violation is enough")
  func verdict() {
    var totals = Self.totals("a") { $0.buy() }
    totals.add(
      Self.totals("b") { play in
        play.open()
        play.render()
      })
    #expect(totals.report().verdict == .ready)
    totals.add(Self.totals("c") { play in play.pay { $0.amount = 1 } })
    #expect(totals.report().verdict == .notReady)
  }

  @Test("A waiver is unused only if no sandbox used it")
  func waivers() {
    let waiving = ["present-form", "captcha-once"]
    var user = Play(waiving: waiving)
    user.call(.availability) { $0.otherForms = ["Old."] }
    var totals = Play(waiving: waiving).ledger.totals(at: user.time, key: "a")
    totals.add(user.ledger.totals(at: user.time, key: "b"))
    #expect(totals.report().unusedWaivers.map(\.rule) == ["captcha-once"])
  }

  @Test("Two sandboxes that bought of one event each bought of one or of two")
  func events() {
    let caution = "Tickets of one event alone were bought; events differ in seating, delivery and entry."
    var same = Self.totals("a") { $0.flow() }
    same.add(Self.totals("b") { $0.flow() })
    #expect(same.report().cautions == [caution])
    var other = Self.totals("a") { $0.flow() }
    other.add(Self.totals("b") { $0.buy(event: "E2") })
    #expect(other.report().cautions == [])
  }

  @Test("Lost commits are bounded too")
  func lostCommits() {
    var totals = LedgerTotals()
    for sandbox in 1...30 {
      totals.add(Self.totals("key-\(sandbox)") { play in play.commit { $0.delivery = .lost } })
    }
    #expect(totals.report().lostCommits.count == 20)
    #expect(totals.report().lostCommits.last?.sandbox == "key-30")
  }

  @Test(
    "A key that looks real is masked; others are shown",
    arguments: [
      ("GkB8Z037ZfqbLCNtZViAgrEegbsrZ6Ne", "GkB8…"), ("abcdefghijklmnopqrstuvwx", "abcd…"),
      ("abcdefghijklmnopqrstuvw", "abcdefghijklmnopqrstuvw"),
      ("the-test-of-two-long-phones", "the-test-of-two-long-phones"),
      ("checkout_test_number_one_of_all", "checkout_test_number_one_of_all"), ("k", "k"),
    ])
  func masking(_ key: String, _ shown: String) {
    let report = Self.totals(key) { play in
      play.commit {
        $0.delivery = .lost
        $0.otherForms = ["Old."]
      }
    }.report()
    #expect(report.lostCommits.map(\.sandbox) == [shown])
    #expect(report.rules.flatMap(\.remarks).map(\.sandbox) == [shown])
  }
}
