import HTTPWire
import Sandboxes

extension ExchangeOutcome {
  /// The outcome for an answer that is delivered in this way.
  ///
  /// - Parameter wasWorkedOn: whether there is an answer at all.
  init(_ delivery: Delivery, wasWorkedOn: Bool) {
    switch delivery {
    case .plain, .drip: self = .answered
    case .truncated: self = .truncated
    case .reset: self = wasWorkedOn ? .lost : .reset
    case .refused, .goAway: self = wasWorkedOn ? .lost : .refused
    case .empty: self = wasWorkedOn ? .lost : .empty
    case .hang: self = wasWorkedOn ? .lost : .hung
    case .raw: self = .lost
    }
  }
}
