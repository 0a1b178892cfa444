import Scenarios

extension Sandbox {
  /// Empties the ledger; there is none yet.
  func resetLedger() {}

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
