import Determinism
import Testing

@Suite struct SandboxClockTests {
  let real = Instant(secondsSinceEpoch: 1_000_000)
  let start = Instant(secondsSinceEpoch: 5_000_000)

  private func clock(rate: Double = 1) -> SandboxClock {
    SandboxClock(startingAt: start, rate: rate, realNow: real)
  }

  @Test func runsBesideRealTime() {
    #expect(clock().now(realNow: real) == start)
    #expect(clock().now(realNow: real + .milliseconds(1_234)) == start + .milliseconds(1_234))
    #expect(
      SandboxClock(startingAt: nil, rate: 1, realNow: real).now(realNow: real + .seconds(9)) == real + .seconds(9))
  }

  @Test(arguments: [(0.5, 5_000), (60, 600_000), (0, 0), (1_000_000, 10_000_000_000)] as [(Double, Int64)])
  func runsAtARate(rate: Double, milliseconds: Int64) {
    let clock = clock(rate: rate)
    #expect(clock.now(realNow: real + .seconds(10)) == start + .milliseconds(milliseconds))
    #expect(clock.isFrozen == (rate == 0))
  }

  @Test func neverGoesBackwardsWithRealTime() {
    var clock = clock(rate: 60)
    #expect(clock.now(realNow: real - .seconds(10)) == start)
    clock.advance(by: .seconds(7), realNow: real + .seconds(1))
    let shown = clock.now(realNow: real + .seconds(1))
    #expect(shown == start + .seconds(67))
    #expect(clock.now(realNow: real) == shown)
    // A change while real time is behind must not let the same stretch pass twice.
    clock.advance(by: .zero, realNow: real - .seconds(100))
    #expect(clock.now(realNow: real + .seconds(1)) == shown)
    #expect(clock.now(realNow: real + .seconds(2)) == shown + .seconds(60))
  }

  @Test func advancesFrozenOrNot() {
    var clock = clock(rate: 0)
    clock.advance(by: .seconds(300), realNow: real + .seconds(50))
    #expect(clock.now(realNow: real + .seconds(99)) == start + .seconds(300))
    clock.advance(by: .seconds(-300), realNow: real + .seconds(99))
    #expect(clock.now(realNow: real + .seconds(99)) == start + .seconds(300))
    clock.advance(by: .seconds(Int64.max), realNow: real)
    #expect(clock.now(realNow: real) == .distantFuture)
  }

  @Test func isSetForwardOnly() throws {
    var clock = clock()
    let later = start + .seconds(100)
    try clock.set(to: later, realNow: real + .seconds(10))
    #expect(clock.now(realNow: real + .seconds(11)) == later + .seconds(1))
    let before = clock
    #expect(throws: SandboxClockError.backwards(now: later + .seconds(1), requested: later)) {
      try clock.set(to: later, realNow: real + .seconds(11))
    }
    #expect(clock == before)
    try clock.set(to: later + .seconds(1), realNow: real + .seconds(11))
    #expect(clock.now(realNow: real + .seconds(11)) == later + .seconds(1))
  }

  @Test(arguments: [(1, 1), (60, 60), (0, 1)] as [(Double, Double)])
  func resumesAtTheRateBefore(rate: Double, resumed: Double) {
    var clock = clock(rate: rate)
    clock.freeze(realNow: real)
    clock.freeze(realNow: real)
    #expect(clock.isFrozen)
    #expect(clock.now(realNow: real + .seconds(5)) == start)
    clock.resume(realNow: real + .seconds(5))
    #expect(clock.rate == resumed)
    #expect(clock.now(realNow: real + .seconds(6)) == start + .milliseconds(Int64(1_000 * resumed)))
  }

  @Test func changesItsRateWithoutAJump() throws {
    var clock = clock()
    try clock.setRate(10, realNow: real + .seconds(5))
    #expect(clock.now(realNow: real + .seconds(6)) == start + .seconds(15))
    try clock.setRate(0, realNow: real + .seconds(6))
    #expect(clock.isFrozen)
    clock.resume(realNow: real + .seconds(7))
    #expect(clock.rate == 10)
    clock.resume(realNow: real + .seconds(8))
    #expect(clock.now(realNow: real + .seconds(8)) == start + .seconds(25))
  }

  @Test(arguments: [-1, -.leastNonzeroMagnitude, 1_000_000.5, .infinity, -.infinity, .nan])
  func refusesOtherRates(rate: Double) {
    var clock = clock()
    let before = clock
    #expect(throws: SandboxClockError.self) { try clock.setRate(rate, realNow: real + .seconds(1)) }
    #expect(clock == before)
    #expect(SandboxClock.rates.contains(self.clock(rate: rate).rate))
  }

  @Test func survivesTheEndOfTime() {
    let clock = SandboxClock(startingAt: .distantPast, rate: 1_000_000, realNow: .distantPast)
    #expect(clock.now(realNow: .distantFuture) == .distantFuture)
  }

  @Test func explainsItsErrors() {
    #expect(
      SandboxClockError.backwards(now: start, requested: real).description
        == "the clock only moves forward: it shows 1970-02-27T20:53:20Z, but 1970-01-12T13:46:40Z was requested")
    #expect(SandboxClockError.rate(-1).description.contains("-1"))
  }
}
