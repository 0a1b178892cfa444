import BoxOffice
public import Determinism
import Ledger
import Synchronization

extension Sandbox {
  /// How many carts are ended, or orders examined, before other requests get their turn.
  private static let slice = 256

  /// What the clock shows.
  public var clock: ClockReport {
    withState { (state, now) in ClockReport(now: now, rate: state.clock.rate) }
  }

  /// Moves the clock, then ends the holds that have run out and lists what happened.
  ///
  /// The move takes effect at once; the lock is released every few hundred carts or orders, so that other requests of
  /// the sandbox never wait long.
  ///
  /// - Throws: `SandboxClockError` if the clock would go backwards, or the rate is out of range.
  public func move(_ move: ClockMove) throws(SandboxClockError) -> ClockReport {
    // Before the move, so that holds running out because of it are recorded.
    if isHeard { tellExpiries() }
    let report = try moves.withLock { (_) throws(SandboxClockError) in
      let before: Instant
      var report: ClockReport
      (before, report) = try shift(move)
      settle(now: report.now)
      listDelivered(after: before, in: &report)
      report.expired = withState { $0.boxOffice.takeExpiryLog() }
      return report
    }
    note(.clockMoved, at: report.now)
    if isHeard { tellExpiries() }
    tell(at: report.now, .clock(report))
    return report
  }

  /// Whether the clock could now be set to an instant.
  public func canSet(to instant: Instant) -> Bool { instant >= now() }

  /// Ends the holds that have run out, a few hundred at a time.
  public func settle(now: Instant) {
    while !withState({ $0.boxOffice.settle(now: now, limit: Self.slice) }) {}
  }

  private func shift(_ move: ClockMove) throws(SandboxClockError) -> (before: Instant, report: ClockReport) {
    let real = settings.realTime()
    return try withState { (state) throws(SandboxClockError) in
      let before = state.clock.now(realNow: real)
      try move.apply(to: &state.clock, realNow: real)
      state.boxOffice.beginExpiryLog(since: before)
      return (before, ClockReport(now: state.clock.now(realNow: real), rate: state.clock.rate))
    }
  }

  private func listDelivered(after before: Instant, in report: inout ClockReport) {
    guard report.now > before else { return }
    var place = 0
    while true {
      let (numbers, count) = withState { [now = report.now, place] state in
        (
          state.boxOffice.ordersDelivered(after: before, by: now, places: place..<(place + Self.slice)),
          state.boxOffice.orders.count
        )
      }
      report.deliverableCount += numbers.count
      report.deliverable += numbers.prefix(ClockReport.limit - report.deliverable.count)
      place += Self.slice
      if place >= count { return }
    }
  }
}
