public import Determinism

/// What became of a cart that can no longer be used.
public enum CartFate: Sendable, Hashable {
  /// Its hold ran out.
  case expired(at: Instant)
  /// It was bought.
  case committed(at: Instant, orderNumber: String)
  /// The client gave it back.
  case deleted(at: Instant)
  /// It belongs to another event.
  case otherEvent(String)
  /// This sandbox never had it, or has forgotten it.
  case unknown
}
