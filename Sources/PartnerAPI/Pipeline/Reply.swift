public import HTTPWire

/// How a request is answered: at once, after a while, or by longer work.
///
/// Data only: whoever holds the connection performs it, so that a delayed answer holds no thread.
public enum Reply: Sendable {
  /// With this response, delivered like this; the witness is told if the client goes away before.
  case now(Response, Delivery, any AnswerWitness)
  /// Not before a time has passed; what then is decided then.
  case later(Duration, @Sendable () -> Reply)
  /// By work of milliseconds, which is done elsewhere than on an event loop.
  case aside(@Sendable () -> Reply)
}
