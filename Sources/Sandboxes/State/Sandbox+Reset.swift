import BoxOffice
import Determinism
import Scenarios

extension Sandbox {
  /// Puts parts of the sandbox back to what they were when it began; ids begin anew with the state.
  ///
  /// Without the clock, the state starts at the instant at which the sandbox started: the dates of events stay.
  public func reset(_ parts: Set<SandboxPart>) {
    // At the old time: what is open, such as a cart that is held, has no end any more.
    if !parts.contains(.ledger), parts.contains(.state) || parts.contains(.clock) { closeLedger(at: now()) }
    // Before the rest, because what the sandbox's scenarios say of the clock goes with them.
    if parts.contains(.scenarios) { resetScenarios() }
    let real = settings.realTime()
    // What is thrown away is returned, so that it is freed after the lock.
    _ = withState { state in
      let old = state
      if parts.contains(.clock) { state.clock = settings.clock(realNow: real, wish: state.engine.clock) }
      if parts.contains(.state) {
        let startedAt = parts.contains(.clock) ? state.clock.now(realNow: real) : old.boxOffice.startedAt
        var fresh = SandboxState(
          clock: state.clock,
          boxOffice: BoxOffice(catalogue: settings.catalogue, seed: seed, startedAt: startedAt))
        fresh.engine = old.engine
        fresh.adjustEvents()
        replace(&state, by: fresh)
      }
      return old
    }
    if parts.contains(.journal) {
      journal.clear()
      continueNumbering(after: 0)
    }
    // Late, so that nothing of before is noted after it.
    if parts.contains(.ledger) { resetLedger() }
    if parts.contains(.faults) { resetFaults() }
    if parts.contains(.clock) { tell(.clock(clock)) }
  }
}
