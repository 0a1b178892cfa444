import Determinism
import Synchronization

/// Real time that never goes back: if the machine's clock is set back, it continues from where it was.
///
/// Otherwise holds would last longer, and `Date` and journal times would repeat. If the clock is set forward, this
/// follows. A step back loses only the time since the last reading.
final class ForwardTime: Sendable {
  private let machine: @Sendable () -> Instant

  /// The latest instant returned, in milliseconds since the epoch.
  private let latest: Atomic<Int64>

  /// How far the machine's clock has been set back in all, in milliseconds.
  private let setBack = Atomic<Int64>(0)

  init(_ machine: @escaping @Sendable () -> Instant) {
    self.machine = machine
    latest = Atomic(machine().millisecondsSinceEpoch)
  }

  /// The current time; any thread may ask.
  func now() -> Instant {
    let setBack = setBack.load(ordering: .acquiring)
    // Before the machine's clock is read: it can show an earlier time after that only if it was set back.
    let latest = latest.load(ordering: .acquiring)
    let shown = machine().millisecondsSinceEpoch + setBack
    if shown > latest {
      self.latest.max(shown, ordering: .releasing)
      return Instant(millisecondsSinceEpoch: shown)
    }
    if shown < latest {
      // Of the threads that notice, only one compensates for it.
      _ = self.setBack.compareExchange(
        expected: setBack, desired: setBack + (latest - shown), ordering: .acquiringAndReleasing)
    }
    return Instant(millisecondsSinceEpoch: latest)
  }
}
