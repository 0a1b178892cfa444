/// Who is told that an answer did not reach its client.
public protocol AnswerWitness: Sendable {
  /// The client went away before its answer was sent as a whole, as far as the system tells.
  ///
  /// Called once at most, on any thread; it must return within microseconds.
  func clientWentAway()
}
