import Ledger

/// A sandbox's ledger, and where its counts go once the sandbox has been dropped.
struct LedgerBook: Sendable {
  var ledger: Ledger
  /// Set once the sandbox has been dropped: whatever a request in flight still adds is counted there.
  var retired: RetiredLedgers?

  init(waivers: [Waiver]) {
    ledger = Ledger(waivers: waivers)
  }
}
