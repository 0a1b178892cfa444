import Determinism
import Synchronization

/// Real time as a test steers it.
final class SteeredClock: Sendable {
  private let instant: Mutex<Instant>

  init(_ start: Instant) {
    instant = Mutex(start)
  }

  var now: Instant { instant.withLock { $0 } }

  func advance(by duration: Duration) {
    instant.withLock { $0 += duration }
  }
}
