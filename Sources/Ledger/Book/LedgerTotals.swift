/// The totals of several sandboxes' ledgers, including sandboxes that are gone; reports are made from them.
///
/// Counts are exact. The first ten and the newest ten remarks of each rule are kept, with waived ones kept separately.
public struct LedgerTotals: Sendable {
  struct Finding: Sendable {
    var isExercised = false
    var count = 0
    var light = 0
    var waivedCount = 0
    var remarks = FirstAndNewest<Report.Remark>()
    var waivedRemarks = FirstAndNewest<Report.Remark>()
  }

  /// How many sandboxes are included.
  public var sandboxes = 0
  /// Indexed by ``Step``.
  var steps = Step.allCases.map { Report.StepCount(step: $0.name, required: $0.isRequired, request: nil, count: 0) }
  /// Indexed as ``Rule/all``.
  var findings = Rule.all.map { _ in Finding() }
  var lostCommits = FirstAndNewest<Report.LostCommit>()
  var waivers: [(waiver: Waiver, isUsed: Bool)] = []
  var calls = 0
  var unauthorized = 0
  var firstEvent: UInt64 = 0
  var hasSeveralEvents = false

  /// Makes empty totals.
  public init() {}

  /// Counts a call that was answered with 401 and is in no ledger.
  public mutating func countUnauthorized() {
    calls += 1
    unauthorized += 1
  }

  /// Drops all waivers; what was noted stays.
  public mutating func dropWaivers() {
    waivers = []
  }

  /// Adds other totals to these.
  public mutating func add(_ other: LedgerTotals) {
    sandboxes += other.sandboxes
    calls += other.calls
    unauthorized += other.unauthorized
    for place in steps.indices {
      steps[place].count += other.steps[place].count
      if steps[place].request == nil { steps[place].request = other.steps[place].request }
    }
    for place in findings.indices { findings[place].add(other.findings[place]) }
    lostCommits.add(other.lostCommits.elements)
    for (waiver, isUsed) in other.waivers {
      if let known = waivers.firstIndex(where: { $0.waiver == waiver }) {
        waivers[known].isUsed = waivers[known].isUsed || isUsed
      } else if waivers.count < Ledger.waiverLimit {
        waivers.append((waiver, isUsed))
      }
    }
    if firstEvent == 0 { firstEvent = other.firstEvent }
    hasSeveralEvents =
      hasSeveralEvents || other.hasSeveralEvents || (other.firstEvent != 0 && other.firstEvent != firstEvent)
  }
}

extension LedgerTotals.Finding {
  mutating func add(_ other: Self) {
    isExercised = isExercised || other.isExercised
    count += other.count
    light += other.light
    waivedCount += other.waivedCount
    remarks.add(other.remarks.elements)
    waivedRemarks.add(other.waivedRemarks.elements)
  }
}
