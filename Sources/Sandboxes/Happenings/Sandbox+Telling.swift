import BoxOffice
public import Determinism
import EventCatalogue
import Scenarios

extension Sandbox {
  /// Whether anyone listens to what happens here.
  package var isHeard: Bool { settings.audience.isListening }

  /// Notifies all listeners; the sandbox's lock must not be held.
  ///
  /// - Parameters:
  ///   - time: when it happened; `nil`: now.
  ///   - kind: evaluated only if somebody listens.
  public func tell(at time: Instant? = nil, _ kind: @autoclosure () -> Happening.Kind) {
    guard isHeard else { return }
    settings.audience.tell(Happening(key: key, time: time ?? now(), kind: kind()))
  }

  /// Ends the holds that have run out, and reports the carts that have expired since the last time.
  ///
  /// The first call only starts recording.
  public func tellExpiries() {
    settle(now: now())
    let expired = withState { $0.boxOffice.takeRecentExpiries() }
    for cart in expired {
      tell(at: cart.expiresAt, .cart(.expired, cart))
    }
  }

  /// Reports which scenarios are now active.
  public func tellScenarios() {
    guard isHeard else { return }
    let engine = withState { $0.engine }
    tell(.scenarios((engine.server + engine.sandbox).map(\.name)))
  }

  /// Stops recording carts that expire.
  public func stopNotingExpiries() {
    withState { $0.boxOffice.dropRecentExpiries() }
  }
}
