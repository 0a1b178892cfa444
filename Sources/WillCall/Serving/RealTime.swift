import Determinism

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Real time: the wall clock as it stood once, and what has passed since by a clock that nobody sets.
///
/// So a wall clock that is put right, or wrong, while a server runs ends no hold and prolongs none. Time in which the
/// machine sleeps counts.
struct RealTime: Sendable {
  /// What the wall clock was ahead of the other, in nanoseconds.
  private let lead: Int64
  private let passing: @Sendable () -> Int64

  /// Begins with the machine's clocks.
  init() {
    self.init(wall: Self.wallTime) { RealInstant.now.nanoseconds }
  }

  /// Begins with other clocks.
  ///
  /// - Parameters:
  ///   - wall: nanoseconds since 1970.
  ///   - passing: nanoseconds that only grow, from anywhere.
  init(wall: Int64, passing: @escaping @Sendable () -> Int64) {
    lead = wall - passing()
    self.passing = passing
  }

  /// Now, in whole milliseconds.
  func now() -> Instant { Instant(millisecondsSinceEpoch: (lead + passing()) / 1_000_000) }

  private static var wallTime: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
