import Determinism
import Synchronization

/// Real time that only goes forward: when the machine's clock is set back, it goes on from where it was.
///
/// Else holds would last longer, and `Date` and the times of journals would repeat. A clock that is set forward is
/// followed. Only what passed since somebody last asked is lost with a step back.
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

  /// Now; any thread may ask.
  func now() -> Instant {
    let setBack = setBack.load(ordering: .acquiring)
    // Before the machine's clock is read: what it shows after that can be earlier only if it was set back.
    let latest = latest.load(ordering: .acquiring)
    let shown = machine().millisecondsSinceEpoch + setBack
    if shown > latest {
      self.latest.max(shown, ordering: .releasing)
      return Instant(millisecondsSinceEpoch: shown)
    }
    if shown < latest {
      // Of the threads that notice, one makes up for it.
      _ = self.setBack.compareExchange(
        expected: setBack, desired: setBack + (latest - shown), ordering: .acquiringAndReleasing)
    }
    return Instant(millisecondsSinceEpoch: latest)
  }
}
