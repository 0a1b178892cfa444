import Ledger
import Synchronization

/// The totals of dropped sandboxes, and of calls that named no sandbox.
final class RetiredLedgers: Sendable {
  private let sum = Mutex(LedgerTotals())

  /// What they come to.
  var totals: LedgerTotals { sum.withLock { $0 } }

  func add(_ totals: LedgerTotals) {
    sum.withLock { $0.add(totals) }
  }

  /// Counts a call that was unauthorized and named no sandbox.
  func countUnauthorized() {
    sum.withLock { $0.countUnauthorized() }
  }

  /// Begins anew.
  func clear() {
    sum.withLock { $0 = LedgerTotals() }
  }

  func dropWaivers() {
    sum.withLock { $0.dropWaivers() }
  }
}
