public import Determinism

/// The ledger of one sandbox: reads what happened, and remembers which rules were kept and which were broken.
///
/// A value without locks, clock or I/O; whoever holds it guards it. Until the first fact it takes no memory of its own,
/// and an exchange that breaks no rule allocates nothing but what a rule has to remember.
public struct Ledger: Sendable {
  struct StepCount: Sendable {
    var count = 0
    /// The first request that did it; 0 if it was none.
    var first: UInt64 = 0
  }

  /// What the header of a request waives for.
  static let headerReason = "the header X-Willcall-Waive of the request"
  /// The maximum number of waivers.
  public static let waiverLimit = 64

  /// The memories of the rules that have one; empty until the first fact.
  var memories: [any Checker] = []
  /// By ``Step``; empty until the first.
  var steps: [StepCount] = []
  /// The rules that had something to judge.
  var exercised = RuleSet()
  /// Of the rules that were broken, in no particular order.
  var tallies: [(place: Int, tally: Tally)] = []
  var lostCommits = FirstAndNewest<(request: UInt64, outcome: Report.LostCommit.Outcome)>()
  var waivers: [(waiver: Waiver, isUsed: Bool)] = []
  /// How many exchanges there were.
  var calls = 0
  /// How many of these were answered 401.
  var unauthorized = 0
  /// The first event that was bought, folded; 0 if none was.
  var firstEvent: UInt64 = 0
  var hasSeveralEvents = false

  /// Makes an empty ledger.
  ///
  /// - Parameter waivers: what it waives from the start: those for all keys.
  public init(waivers: [Waiver] = []) {
    for waiver in waivers { waive(waiver) }
  }

  /// Waives a rule from now on; what was noted stays.
  ///
  /// Beyond 64 waivers the oldest goes.
  public mutating func waive(_ waiver: Waiver) {
    if waivers.contains(where: { $0.waiver == waiver }) { return }
    if waivers.count == Self.waiverLimit { waivers.removeFirst() }
    waivers.append((waiver, false))
  }

  /// Removes all waivers.
  public mutating func dropWaivers() {
    waivers = []
  }

  /// What is waived, and whether anything was noted under it.
  public var currentWaivers: [(waiver: Waiver, isUsed: Bool)] { waivers }

  /// Whether nothing was recorded yet.
  public var isEmpty: Bool { memories.isEmpty }

  /// Closes what is open, and remembers no cart, ticket or device any more: the state of the sandbox starts over.
  ///
  /// What was counted and noted stays.
  ///
  /// - Parameter now: the sandbox's time before.
  public mutating func forget(at now: Instant) {
    if memories.isEmpty { return }
    close(at: now)
    memories = Self.freshMemories
  }

  /// Begins anew with the same waivers.
  public mutating func clear() {
    self = Ledger(waivers: waivers.map(\.waiver))
  }
}
