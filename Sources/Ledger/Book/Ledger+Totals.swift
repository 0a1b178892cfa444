public import Determinism

extension Ledger {
  /// The ledger's totals at a time of its sandbox, as if nothing more were to happen.
  ///
  /// They include carts whose hold has run out, results that nobody fetched and commits that nobody asked about; in the
  /// ledger itself, these stay open.
  ///
  /// - Parameters:
  ///   - now: the sandbox's time.
  ///   - key: its key, which is masked if it looks real.
  public func totals(at now: Instant, key: String) -> LedgerTotals {
    var closed = self
    closed.close(at: now)
    let shown = ShownKey.of(key)
    var totals = LedgerTotals()
    totals.sandboxes = 1
    (totals.calls, totals.unauthorized) = (calls, unauthorized)
    (totals.firstEvent, totals.hasSeveralEvents) = (firstEvent, hasSeveralEvents)
    totals.waivers = closed.waivers
    for place in steps.indices {
      totals.steps[place].count = steps[place].count
      if steps[place].first != 0 { totals.steps[place].request = Self.id(steps[place].first) }
    }
    for place in Rule.all.indices { totals.findings[place].isExercised = closed.exercised.contains(place) }
    for (place, tally) in closed.tallies {
      totals.findings[place].count = tally.count
      totals.findings[place].light = tally.light
      totals.findings[place].waivedCount = tally.waivedCount
      totals.findings[place].remarks.add(tally.remarks.elements.map { Self.remark($0, shown) })
      totals.findings[place].waivedRemarks.add(tally.waivedRemarks.elements.map { Self.remark($0, shown) })
    }
    for (request, outcome) in closed.lostCommits.elements {
      totals.lostCommits.add(Report.LostCommit(sandbox: shown, request: Self.id(request), outcome: outcome))
    }
    return totals
  }

  /// Returns the ledger's totals and starts over; for a sandbox that is dropped or reset.
  public mutating func finish(at now: Instant, key: String) -> LedgerTotals {
    let totals = totals(at: now, key: key)
    clear()
    return totals
  }

  private static func remark(_ remark: Tally.Remark, _ key: String) -> Report.Remark {
    Report.Remark(
      sandbox: key, request: remark.request == 0 ? nil : id(remark.request), time: remark.time.rfc3339,
      received: remark.text, waived: remark.waived)
  }

  private static func id(_ number: UInt64) -> String { "r\(number)" }
}
