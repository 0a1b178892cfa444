import BoxOffice
public import Determinism
import EventCatalogue
import Scenarios
import Synchronization

/// When a sandbox was created and used.
extension Sandbox {
  /// A moment on both clocks.
  public struct Moment: Sendable, Hashable {
    /// The sandbox's time.
    public let sandbox: Instant
    /// The machine's time.
    public let real: Instant
  }

  /// Records a request to the Partner API; returns the sandbox's time, at which the request is answered.
  package func use() -> Instant {
    let real = settings.realTime()
    let now = now(realNow: real)
    used.sandbox.store(now.millisecondsSinceEpoch, ordering: .relaxed)
    used.real.store(real.millisecondsSinceEpoch, ordering: .releasing)
    return now
  }

  /// When the Partner API was last used with the key; `nil` if never.
  public var lastUse: Moment? {
    let real = used.real.load(ordering: .acquiring)
    guard real != .min else { return nil }
    return Moment(
      sandbox: Instant(millisecondsSinceEpoch: used.sandbox.load(ordering: .relaxed)),
      real: Instant(millisecondsSinceEpoch: real))
  }

  /// Whether nothing was ever done in it: no request came, and nothing was bought, added or set up.
  public var isUntouched: Bool {
    guard lastUse == nil else { return false }
    return withState { state in
      state.boxOffice.placedOrderCount == settings.catalogue.soldOrders.count && state.boxOffice.liveCartCount == 0
        && state.engine.sandbox.isEmpty && state.engine.faults.isEmpty && state.putEvents.isEmpty
    }
  }

  /// The last use on both clocks; the smallest number if there was none.
  struct Used: ~Copyable, Sendable {
    let sandbox = Atomic<Int64>(.min)
    let real = Atomic<Int64>(.min)
  }
}
