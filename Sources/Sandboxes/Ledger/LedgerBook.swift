import Ledger

/// The ledger of a sandbox, and where its counts go once the sandbox is gone.
struct LedgerBook: Sendable {
  var ledger: Ledger
  /// Set once the sandbox was dropped: what a request in flight still brings is added there.
  var retired: RetiredLedgers?

  init(waivers: [Waiver]) {
    ledger = Ledger(waivers: waivers)
  }
}
