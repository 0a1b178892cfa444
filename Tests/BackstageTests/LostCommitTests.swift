import HTTPTypes
import HTTPWire
import JSONText
import PartnerAPI
import Testing

/// A commit whose answer never arrives, and what a client does then.
@Suite struct LostCommitTests {
  /// How the answer is lost.
  enum Loss: CaseIterable, Sendable {
    case scenario, fault, clientGone
  }

  /// What the client does then.
  enum Next: String, CaseIterable, Sendable {
    case found, askedAgain = "asked again", boughtTwice = "bought twice", gaveUp = "gave up"
  }

  private func lose(_ cart: Stage.HeldCart, by loss: Loss, on stage: Stage) throws {
    switch loss {
    case .scenario:
      _ = try stage.control(.put, "scenarios", #"{"active":["commit-response-lost"]}"#)
      _ = try stage.commit(cart)
      _ = try stage.control(.put, "scenarios", #"{"active":[]}"#)
    case .fault:
      try stage.fault("cart.commit", #"{"fault":"connection-reset"}"#)
      _ = try stage.commit(cart)
    case .clientGone:
      let target = "/partners/v1/events/\(cart.event)/cart?apikey=\(stage.key)"
      let request = try Stage.request(.put, target, #"{"cart_id":"\#(cart.id)"}"#, ["Host": "localhost"])
      guard case .now(_, _, let witness) = stage.partner.reply(to: request) else {
        Issue.record("a commit is answered at once")
        return
      }
      witness.clientWentAway()
    }
  }

  @Test(arguments: Loss.allCases, Next.allCases)
  func theReportNamesTheOutcome(loss: Loss, next: Next) throws {
    let stage = try Stage()
    let cart = try stage.hold(EventID.phoenix)
    #expect(try stage.pay(cart).status == 200)
    try lose(cart, by: loss, on: stage)
    switch next {
    case .found:
      _ = try stage.ask(.get, "/partners/v1/orders?cart_id=\(cart.id)&event_id=\(cart.event)")
    case .askedAgain: _ = try stage.commit(cart)
    case .boughtTwice: _ = try stage.buy(EventID.phoenix)
    case .gaveUp: _ = try stage.availability()
    }
    #expect(try stage.lostCommits() == [next.rawValue])
    #expect(try stage.rules("broken") == (next == .boughtTwice ? ["lost-commit-looked-up"] : []))
  }
}
