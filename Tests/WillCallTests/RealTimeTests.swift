import Determinism
import Synchronization
import Testing

@testable import WillCall

/// Real time is the wall clock as it stood once, and what has passed since.
@Suite struct RealTimeTests {
  private final class Steady: Sendable {
    let nanoseconds = Atomic<Int64>(77_000_000_500)
  }

  @Test(arguments: [0, 1, 999_999, 1_000_000, 60_000_000_000, 86_400_000_000_000] as [Int64])
  func whatPassesIsWhatTheSteadyClockSays(passed: Int64) throws {
    let steady = Steady()
    let time = RealTime(wall: 1_796_148_000_000_000_000) { steady.nanoseconds.load(ordering: .relaxed) }
    let start = try #require(Instant(rfc3339: "2026-12-01T18:00:00Z"))
    #expect(time.now() == start)
    steady.nanoseconds.store(77_000_000_500 + passed, ordering: .relaxed)
    #expect(time.now() == start + .milliseconds(passed / 1_000_000))
  }

  @Test func itBeginsWithTheWallClock() {
    let before = RealTime().now()
    let time = RealTime()
    #expect(before <= time.now())
    // 2025 has passed on every machine that this runs on.
    #expect(time.now() > Instant(secondsSinceEpoch: 1_767_225_600))
  }
}
