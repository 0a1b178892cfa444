import Determinism
import Testing

@testable import Ledger

@Suite("Lost commits")
struct LostCommitTests {
  typealias Outcome = Report.LostCommit.Outcome

  /// What a client does next.
  struct Next: Sendable, CustomStringConvertible {
    let description: String
    let outcome: Outcome
    let play: @Sendable (inout Play) -> Void

    init(_ description: String, _ outcome: Outcome, _ play: @escaping @Sendable (inout Play) -> Void) {
      (self.description, self.outcome, self.play) = (description, outcome, play)
    }
  }

  static let all: [Next] = [
    Next("asks by cart", .found) { play in play.call(.ordersGet) { $0.cartID = "cart" } },
    Next("asks by cart in vain", .found) { play in play.call(.ordersGet, 404) { $0.cartID = "cart" } },
    Next("opens the order by its number", .found) { $0.open() },
    Next("asks for the status by its token", .found) { play in play.call(.ordersStatus) { $0.order = Play.order() } },
    Next("asks, and then buys again", .found) { play in
      play.call(.ordersGet) { $0.cartID = "cart" }
      play.buy("second")
    },
    Next("commits again", .askedAgain) { play in
      play.commit { ($0.status, $0.order, $0.cartFate) = (400, nil, .committed) }
    },
    Next("buys again", .boughtTwice) { $0.buy("second") },
    Next("does nothing more", .gaveUp) { _ in },
    Next("asks for another order", .gaveUp) { play in play.call(.ordersGet) { $0.cartID = "other" } },
    Next("is answered by a scenario", .gaveUp) { play in
      play.call(.ordersGet, 503) { ($0.cartID, $0.isArranged, $0.wasWorkedOn) = ("cart", true, false) }
    },
    Next("sees another fan buy", .gaveUp) { $0.buy("second", account: "other") },
  ]

  @Test("What becomes of a lost commit is told", arguments: all)
  func outcome(_ next: Next) {
    var play = Play()
    play.reserve()
    play.pay()
    play.commit { $0.delivery = .lost }
    let lost = "r\(play.number)"
    next.play(&play)
    let report = play.report()
    #expect(report.lostCommits == [Report.LostCommit(sandbox: "sandbox", request: lost, outcome: next.outcome)])
    #expect(play.broken.contains("lost-commit-looked-up") == (next.outcome == .boughtTwice))
  }

  @Test("A commit that is asked again and lost again is followed again")
  func lostTwice() {
    var play = Play()
    play.buy()
    play.ledger.record(.answerDropped(request: play.number), at: play.time)
    play.commit { ($0.status, $0.order, $0.delivery) = (400, nil, .truncated) }
    #expect(play.report().lostCommits.map(\.outcome) == [.askedAgain, .gaveUp])
    #expect(play.report().lostCommits.map(\.outcome) == [.askedAgain, .gaveUp])
  }

  @Test("An answer that arrives loses nothing")
  func arrives() {
    var play = Play()
    play.buy()
    play.ledger.record(.answerDropped(request: 1), at: play.time)
    #expect(play.report().lostCommits == [])
    #expect(play.finding("lost-commit-looked-up")?.state == .notExercised)
  }
}
