/// What happens to a request for which a rule fires.
public enum Outcome: Sendable, Hashable {
  /// The answer is the error with this name in the error catalogue, and nothing is done.
  case error(String)
  /// Secure Render works as usual, except that one ticket has an error with this text instead of a token.
  ///
  /// - Parameter ticket: the ticket's number, from 1, in the order of the answer.
  case ticketError(String, ticket: Int)
  /// This answer is given, and nothing is done.
  case respond(CannedResponse)
  /// The connection fails in this way.
  case fault(ConnectionFault)
  /// The work is done, but the answer must be polled for.
  ///
  /// - Parameters:
  ///   - times: how often the status is "not yet", 1 to 100.
  ///   - waitSeconds: how long to wait each time, 1 to 600.
  case poll(times: Int, waitSeconds: Int)
  /// The work is done, but then the connection is reset instead of answering.
  case loseResponse
  /// The answer carries flawed tokens.
  ///
  /// - Parameter ticket: the only ticket affected, from 1, in the order of the answer; `nil`: all of them.
  case token(TokenFlaw, ticket: Int?)
  /// The event has this inventory.
  case inventory(InventoryState)
  /// Whatever would happen without the rule, which only delays the answer or moves the clock.
  case unchanged
}
