import Ledger
import PartnerVocabulary
import Scenarios

/// What a scenario changes about the work of one request; handlers look at it.
struct Steering: Sendable {
  /// The scenario that the request's header names; it holds for this request alone.
  var header: Scenario?
  /// The rules that the request asks not to be held to.
  var waives = RuleSet()
  /// What is wrong with the tokens that are issued; of one ticket or of all.
  var tokenFlaw: (flaw: TokenFlaw, ticket: Int?)?
  /// Why one ticket is not rendered, and which, from 1.
  var ticketFailure: (failure: RenderFailure, ticket: Int)?
  /// Whether nothing is left to sell.
  var isSoldOut = false
  /// Whether all card numbers in clear are refused.
  var refusesClearCards = false

  /// Why a ticket is not rendered, by its place in the answer, from 0.
  func failure(ofTicket place: Int) -> RenderFailure? {
    ticketFailure.flatMap { $0.ticket == place + 1 ? $0.failure : nil }
  }

  /// What is wrong with the token of a ticket, by its place in the answer, from 0.
  func flaw(ofTicket place: Int) -> TokenFlaw? {
    guard let tokenFlaw else { return nil }
    return tokenFlaw.ticket == nil || tokenFlaw.ticket == place + 1 ? tokenFlaw.flaw : nil
  }
}
