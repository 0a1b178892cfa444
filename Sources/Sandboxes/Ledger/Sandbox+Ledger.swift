public import Determinism
public import Ledger
import Synchronization

/// Feeding and reading the ledger.
extension Sandbox {
  /// Notes an exchange of the Partner API.
  package func note(_ exchange: ExchangeFact) {
    book.withLock { book in
      book.ledger.record(exchange)
      guard book.retired != nil else { return }
      passOn(&book, at: exchange.time)
    }
  }

  /// Notes what happened outside of an exchange; where there was none yet, only that a ticket was admitted.
  public func note(_ fact: StateFact, at time: Instant) {
    book.withLock { book in
      if book.ledger.isEmpty {
        guard case .admitted = fact else { return }
      }
      book.ledger.record(fact, at: time)
      guard book.retired != nil else { return }
      passOn(&book, at: time)
    }
  }

  /// What the ledger comes to now.
  public var ledgerTotals: LedgerTotals {
    let now = now()
    // Copied under the lock; the work is done outside.
    let ledger = book.withLock { $0.ledger }
    return ledger.totals(at: now, key: key)
  }

  /// Whether nothing was noted.
  var isLedgerEmpty: Bool { book.withLock { $0.ledger.isEmpty } }

  /// What is waived, and whether anything was noted under it, or would be if nothing more came.
  public var waivers: [(waiver: Waiver, isUsed: Bool)] {
    let now = now()
    var ledger = book.withLock { $0.ledger }
    ledger.forget(at: now)
    return ledger.currentWaivers
  }

  /// Waives rules from now on.
  public func waive(_ waivers: [Waiver]) {
    book.withLock { book in
      for waiver in waivers { book.ledger.waive(waiver) }
    }
  }

  /// Waives nothing from now on.
  public func dropWaivers() {
    book.withLock { $0.ledger.dropWaivers() }
  }

  /// Closes what is open before the state or the clock starts over; what was counted stays.
  func closeLedger(at now: Instant) {
    book.withLock { $0.ledger.forget(at: now) }
  }

  /// Adds what the ledger comes to, now and later, to that of other sandboxes that are gone.
  func retireLedger(to retired: RetiredLedgers) {
    let now = now()
    book.withLock { book in
      book.retired = retired
      guard !book.ledger.isEmpty else { return }
      retired.add(book.ledger.finish(at: now, key: key))
    }
  }

  /// Adds what came after the sandbox was dropped; it was counted as a sandbox already.
  private func passOn(_ book: inout LedgerBook, at now: Instant) {
    var totals = book.ledger.finish(at: now, key: key)
    totals.sandboxes = 0
    book.retired?.add(totals)
  }
}
