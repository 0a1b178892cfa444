import Ledger
import PartnerVocabulary
import Scenarios

/// What a scenario changes about the handling of one request; handlers consult it.
struct Steering: Sendable {
  /// Kept apart, because it is large, and nearly always missing.
  private final class Named: Sendable {
    let scenario: Scenario

    init(_ scenario: Scenario) {
      self.scenario = scenario
    }
  }

  private var named: Named?
  /// The rules that the request asks to waive.
  var waives = RuleSet()
  /// The flaw to put into issued tokens, for one ticket or for all.
  var tokenFlaw: (flaw: TokenFlaw, ticket: Int?)?
  /// Why one ticket is not rendered, and which one, counted from 1.
  var ticketFailure: (failure: RenderFailure, ticket: Int)?
  /// Whether nothing is left to sell.
  var isSoldOut = false
  /// Whether all card numbers in clear are refused.
  var refusesClearCards = false

  /// The scenario that the request's header names; it applies to this request alone.
  var header: Scenario? { named?.scenario }

  /// Lets a scenario apply that the request's header names.
  mutating func follow(_ scenario: Scenario) { named = Named(scenario) }

  /// Whether there is one.
  var hasHeader: Bool { named != nil }

  /// Why a ticket is not rendered, by its position in the answer, counted from 0.
  func failure(ofTicket place: Int) -> RenderFailure? {
    ticketFailure.flatMap { $0.ticket == place + 1 ? $0.failure : nil }
  }

  /// The flaw in a ticket's token, by its position in the answer, counted from 0.
  func flaw(ofTicket place: Int) -> TokenFlaw? {
    guard let tokenFlaw else { return nil }
    return tokenFlaw.ticket == nil || tokenFlaw.ticket == place + 1 ? tokenFlaw.flaw : nil
  }
}
