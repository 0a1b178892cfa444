public import Determinism
public import EventCatalogue

/// Whether the tokens of an order can be retrieved.
public enum TokenDelivery: Sendable, Hashable {
  /// The event is not SafeTix, so there are never any tokens.
  case notSecure
  /// Delay delivery was never configured.
  case immediate
  /// Not yet.
  case delayed(until: Instant, style: DelayDelivery.Style)
  /// Delay delivery was configured and its instant has passed.
  case released(since: Instant)

  /// The instant of delivery, whether past or to come; `nil` if delivery was never delayed.
  public var release: Instant? {
    switch self {
    case .delayed(let instant, _), .released(let instant): instant
    case .notSecure, .immediate: nil
    }
  }

  /// Whether tokens are given out now.
  public var isOpen: Bool {
    switch self {
    case .immediate, .released: true
    case .notSecure, .delayed: false
    }
  }
}
