extension Sandbox {
  /// Empties the ledger; there is none yet.
  func resetLedger() {}

  /// Goes back to the server's scenarios; sandboxes have none of their own yet.
  func resetScenarios() {}

  /// Removes the one-off rules; there are none yet.
  func resetFaults() {}
}
