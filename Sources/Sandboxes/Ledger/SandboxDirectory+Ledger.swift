import Dispatch
public import Ledger

/// The ledgers of all sandboxes together.
extension SandboxDirectory {
  /// The totals of all ledgers so far, including those of dropped sandboxes.
  public var ledgerTotals: LedgerTotals {
    // Recently dropped sandboxes are counted asynchronously, on another queue.
    cleaning.sync {}
    var totals = retired.totals
    for sandbox in all.sorted(by: { $0.key < $1.key }) {
      if !sandbox.isLedgerEmpty { totals.add(sandbox.ledgerTotals) }
    }
    // Waivers for all keys are reported even if there is no sandbox yet.
    var unused = Ledger(waivers: waivers).totals(at: timeWithoutSandbox(), key: "")
    unused.sandboxes = 0
    totals.add(unused)
    return totals
  }

  /// Counts a call that was unauthorized and named no sandbox.
  package func noteUnauthorized() { retired.countUnauthorized() }

  /// Forgets the totals of dropped sandboxes.
  public func forgetRetiredLedgers() {
    cleaning.sync {}
    retired.clear()
  }

  /// Waives rules for all sandboxes, including future ones.
  public func waive(_ waivers: [Waiver]) {
    for sandbox in addWaivers(waivers) { sandbox.waive(waivers) }
  }

  /// Removes all waivers in all sandboxes.
  public func dropWaivers() {
    for sandbox in removeWaivers() { sandbox.dropWaivers() }
    retired.dropWaivers()
  }
}
