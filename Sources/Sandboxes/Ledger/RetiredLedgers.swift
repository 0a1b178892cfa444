import Ledger
import Synchronization

/// The totals of dropped sandboxes, and of calls that named no sandbox.
final class RetiredLedgers: Sendable {
  private let sum = Mutex(LedgerTotals())

  /// The sum of the totals.
  var totals: LedgerTotals { sum.withLock { $0 } }

  func add(_ totals: LedgerTotals) {
    sum.withLock { $0.add(totals) }
  }

  /// Counts a call that was unauthorized and named no sandbox.
  func countUnauthorized() {
    sum.withLock { $0.countUnauthorized() }
  }

  /// Starts over.
  func clear() {
    sum.withLock { $0 = LedgerTotals() }
  }

  func dropWaivers() {
    sum.withLock { $0.dropWaivers() }
  }
}
