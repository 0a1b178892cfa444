/// Notified if an answer does not reach its client.
public protocol AnswerWitness: Sendable {
  /// The client went away before its answer was sent completely, as far as the system can tell.
  ///
  /// Called at most once, on any thread; must return within microseconds.
  func clientWentAway()
}
