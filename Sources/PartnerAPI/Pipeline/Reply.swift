public import HTTPWire

/// How a request is answered: at once, after a delay, or by longer work.
///
/// It is only data: whoever holds the connection performs it, so a delayed answer blocks no thread.
public enum Reply: Sendable {
  /// Send this response in this way; the witness is told if the client leaves before it is sent.
  case now(Response, Delivery, AnswerWitness)
  /// Wait for this long, then decide how to answer.
  case later(Duration, @Sendable () -> Reply)
  /// Do work that takes milliseconds, so not on an event loop.
  case aside(@Sendable () -> Reply)
}
