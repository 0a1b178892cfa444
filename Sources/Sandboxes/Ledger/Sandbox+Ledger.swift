public import Determinism
public import Ledger
import Synchronization

/// Writing to and reading the ledger.
extension Sandbox {
  /// Records an exchange of the Partner API.
  package func note(_ exchange: ExchangeFact) {
    book.withLock { book in
      book.ledger.record(exchange)
      guard book.retired != nil else { return }
      passOn(&book, at: exchange.time)
    }
  }

  /// Records something that happened outside an exchange; before the first exchange, only the admission of a ticket.
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

  /// The totals of the ledger so far.
  public var ledgerTotals: LedgerTotals {
    let now = now()
    // Copied under the lock; the work is done outside.
    let ledger = book.withLock { $0.ledger }
    return ledger.totals(at: now, key: key)
  }

  /// Whether nothing has been recorded.
  var isLedgerEmpty: Bool { book.withLock { $0.ledger.isEmpty } }

  /// The waivers, and whether anything was recorded under them, or would be if nothing more happened.
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

  /// Removes all waivers.
  public func dropWaivers() {
    book.withLock { $0.ledger.dropWaivers() }
  }

  /// Closes whatever is open before the state or the clock starts over; counts are kept.
  func closeLedger(at now: Instant) {
    book.withLock { $0.ledger.forget(at: now) }
  }

  /// Adds the ledger's totals, now and later, to those of other dropped sandboxes.
  func retireLedger(to retired: RetiredLedgers) {
    let now = now()
    book.withLock { book in
      book.retired = retired
      guard !book.ledger.isEmpty else { return }
      retired.add(book.ledger.finish(at: now, key: key))
    }
  }

  /// Adds what came in after the sandbox was dropped; the sandbox itself has been counted already.
  private func passOn(_ book: inout LedgerBook, at now: Instant) {
    var totals = book.ledger.finish(at: now, key: key)
    totals.sandboxes = 0
    book.retired?.add(totals)
  }
}
