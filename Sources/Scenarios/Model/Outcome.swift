/// What happens to a request for which a rule fires.
public enum Outcome: Sendable, Hashable {
  /// The error with this name of the error catalogue is answered, and nothing is done.
  case error(String)
  /// Secure Render does its work, but for one ticket, which has an error with this text instead of a token.
  ///
  /// - Parameter ticket: which, from 1, in the order of the answer.
  case ticketError(String, ticket: Int)
  /// This is answered, and nothing is done.
  case respond(CannedResponse)
  /// The connection fails like this.
  case fault(ConnectionFault)
  /// The work is done, but the answer must be polled for.
  ///
  /// - Parameters:
  ///   - times: how often the status is "not yet", 1 to 100.
  ///   - waitSeconds: how long to wait each time, 1 to 600.
  case poll(times: Int, waitSeconds: Int)
  /// The work is done, then the connection is reset instead of the answer.
  case loseResponse
  /// The answer carries flawed tokens.
  ///
  /// - Parameter ticket: the only ticket concerned, from 1, in the order of the answer; `nil`: all of them.
  case token(TokenFlaw, ticket: Int?)
  /// The event has this inventory.
  case inventory(InventoryState)
  /// What would happen without the rule; the rule only delays it or moves the clock.
  case unchanged
}
