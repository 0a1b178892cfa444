import BoxOffice
import Determinism
import Scenarios

extension Sandbox {
  /// Resets parts of the sandbox to their initial state; with the state, ids start over too.
  ///
  /// If the clock is not reset, the state starts at the instant at which the sandbox started, so event dates stay the
  /// same.
  public func reset(_ parts: Set<SandboxPart>) {
    // At the old time: whatever is open, such as a held cart, will have no end after this.
    if !parts.contains(.ledger), parts.contains(.state) || parts.contains(.clock) { closeLedger(at: now()) }
    // First, because what the sandbox's scenarios say about the clock is removed with them.
    if parts.contains(.scenarios) { resetScenarios() }
    let real = settings.realTime()
    // What is discarded is returned, so that it is freed after the lock is released.
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
    // Last, so that nothing from before is recorded after it.
    if parts.contains(.ledger) { resetLedger() }
    if parts.contains(.faults) { resetFaults() }
    if parts.contains(.clock) { tell(.clock(clock)) }
  }
}
