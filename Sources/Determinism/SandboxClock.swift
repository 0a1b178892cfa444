/// A clock that is independent of real time: ahead of it, faster, slower, or frozen.
///
/// Its only state is an anchor (a real instant and what the clock showed then), so reading needs no lock of its own,
/// and a copy shows the same time. It never goes backwards, even if real time does: real instants before the anchor
/// count as the anchor.
public struct SandboxClock: Sendable, Hashable {
  /// How many sandbox seconds pass in a real second; 0 when frozen.
  public private(set) var rate: Double

  private var realAnchor: Instant
  private var anchor: Instant
  /// The last nonzero rate, for ``resume(realNow:)``.
  private var runningRate: Double

  /// The rates a clock accepts.
  public static let rates: ClosedRange<Double> = 0...1_000_000

  /// Creates a clock.
  ///
  /// - Parameters:
  ///   - start: What the clock shows at first; `nil` is the real time.
  ///   - rate: Sandbox seconds a real second; 0 is frozen. Clamped to ``rates``; not a number counts as 1.
  ///   - realNow: The real time.
  public init(startingAt start: Instant?, rate: Double, realNow: Instant) {
    let bounded = rate.isNaN ? 1 : min(max(rate, Self.rates.lowerBound), Self.rates.upperBound)
    self.rate = bounded
    runningRate = bounded == 0 ? 1 : bounded
    realAnchor = realNow
    anchor = start ?? realNow
  }

  /// Whether the clock is frozen.
  public var isFrozen: Bool { rate == 0 }

  /// What the clock shows at a real instant.
  public func now(realNow: Instant) -> Instant {
    let elapsed = realNow.millisecondsSinceEpoch - realAnchor.millisecondsSinceEpoch
    guard elapsed > 0, rate != 0 else { return anchor }
    if rate == 1 { return Instant(millisecondsSinceEpoch: anchor.millisecondsSinceEpoch + elapsed) }
    // At most 3e14 ms of real time at a rate of 1e6: bounded before it becomes an integer.
    let scaled = min(Double(elapsed) * rate, 1e15)
    return Instant(millisecondsSinceEpoch: anchor.millisecondsSinceEpoch + Int64(scaled))
  }

  /// Moves the clock forward at once.
  ///
  /// It then continues as before. A negative duration has no effect.
  public mutating func advance(by duration: Duration, realNow: Instant) {
    settle(realNow: realNow)
    if duration > .zero { anchor += duration }
  }

  /// Moves the clock to an instant; it then continues as before.
  ///
  /// - Throws: ``SandboxClockError/backwards(now:requested:)`` if the clock is already past it; nothing changes then.
  public mutating func set(to instant: Instant, realNow: Instant) throws(SandboxClockError) {
    let current = now(realNow: realNow)
    guard instant >= current else { throw .backwards(now: current, requested: instant) }
    settle(realNow: realNow)
    anchor = instant
  }

  /// Freezes the clock at its present time.
  public mutating func freeze(realNow: Instant) {
    settle(realNow: realNow)
    rate = 0
  }

  /// Lets a frozen clock run again, at its previous rate.
  ///
  /// The rate is 1 if it has never run. A running clock is left unchanged.
  public mutating func resume(realNow: Instant) {
    settle(realNow: realNow)
    rate = runningRate
  }

  /// Changes how fast the clock runs from now on; 0 freezes it.
  ///
  /// - Throws: ``SandboxClockError/rate(_:)`` if the rate is outside ``rates``; nothing changes then.
  public mutating func setRate(_ rate: Double, realNow: Instant) throws(SandboxClockError) {
    guard Self.rates.contains(rate) else { throw .rate(rate) }
    settle(realNow: realNow)
    self.rate = rate
    if rate != 0 { runningRate = rate }
  }

  /// Makes the present instant the anchor.
  private mutating func settle(realNow: Instant) {
    anchor = now(realNow: realNow)
    realAnchor = max(realAnchor, realNow)
  }
}
