import Ledger
import Synchronization

/// What the ledgers of sandboxes that were dropped came to.
final class RetiredLedgers: Sendable {
  private let sum = Mutex(LedgerTotals())

  /// What they come to.
  var totals: LedgerTotals { sum.withLock { $0 } }

  func add(_ totals: LedgerTotals) {
    sum.withLock { $0.add(totals) }
  }

  /// Begins anew.
  func clear() {
    sum.withLock { $0 = LedgerTotals() }
  }

  func dropWaivers() {
    sum.withLock { $0.dropWaivers() }
  }
}
