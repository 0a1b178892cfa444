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

extension Duration {
  /// A span of time in the units that tests count in.
  static func span(days: Int = 0, hours: Int = 0, minutes: Int = 0, milliseconds: Int = 0) -> Duration {
    let minutes = (days * 24 + hours) * 60 + minutes
    return .milliseconds(minutes * 60_000 + milliseconds)
  }
}
