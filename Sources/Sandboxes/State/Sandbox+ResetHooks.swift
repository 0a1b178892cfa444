import Ledger
import Scenarios
import Synchronization

extension Sandbox {
  /// Empties the ledger; waivers are kept.
  func resetLedger() {
    // Freed after the lock is released.
    _ = book.withLock { book in
      let old = book.ledger
      book.ledger.clear()
      return old
    }
  }

  /// Returns to the server's scenarios, with all counts at zero.
  func resetScenarios() {
    withState { state in
      state.engine.resetScenarios()
      state.adjustEvents()
    }
  }

  /// Removes the one-off rules.
  func resetFaults() {
    withState { $0.engine.removeFaults() }
  }
}
