import Ledger
import Scenarios
import Synchronization

extension Sandbox {
  /// Empties the ledger; what is waived stays waived.
  func resetLedger() {
    // Freed after the lock.
    _ = book.withLock { book in
      let old = book.ledger
      book.ledger.clear()
      return old
    }
  }

  /// Goes back to the server's scenarios, with nothing counted.
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
