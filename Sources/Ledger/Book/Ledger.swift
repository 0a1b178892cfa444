public import Determinism

/// The ledger of one sandbox: reads what happened, and remembers which rules were kept and which were broken.
///
/// A value without locks, clock or I/O; its owner must guard it. It allocates nothing before the first fact, and an
/// exchange that breaks no rule allocates only what a rule has to remember.
public struct Ledger: Sendable {
  struct StepCount: Sendable {
    var count = 0
    /// The first request that performed it; 0 if none did.
    var first: UInt64 = 0
  }

  /// The reason given for a waiver from a request's header.
  static let headerReason = "the header X-Willcall-Waive of the request"
  /// The maximum number of waivers.
  public static let waiverLimit = 64

  /// The memories of the rules that have one; empty until the first fact.
  var memories: [any Checker] = []
  /// Indexed by ``Step``; empty until the first step.
  var steps: [StepCount] = []
  /// The rules that had something to judge.
  var exercised = RuleSet()
  /// The tallies of the broken rules, in no particular order.
  var tallies: [(place: Int, tally: Tally)] = []
  var lostCommits = FirstAndNewest<(request: UInt64, outcome: Report.LostCommit.Outcome)>()
  var waivers: [(waiver: Waiver, isUsed: Bool)] = []
  /// The number of exchanges.
  var calls = 0
  /// How many of those were answered with 401.
  var unauthorized = 0
  /// The id of the first event that was bought, folded; 0 if none was.
  var firstEvent: UInt64 = 0
  var hasSeveralEvents = false

  /// Makes an empty ledger.
  ///
  /// - Parameter waivers: what it waives from the start, that is, the waivers for all keys.
  public init(waivers: [Waiver] = []) {
    for waiver in waivers { waive(waiver) }
  }

  /// Waives a rule from now on; what was noted stays.
  ///
  /// Beyond 64 waivers, the oldest is dropped.
  public mutating func waive(_ waiver: Waiver) {
    if waivers.contains(where: { $0.waiver == waiver }) { return }
    if waivers.count == Self.waiverLimit { waivers.removeFirst() }
    waivers.append((waiver, false))
  }

  /// Removes all waivers.
  public mutating func dropWaivers() {
    waivers = []
  }

  /// The current waivers, each with whether it has been used.
  public var currentWaivers: [(waiver: Waiver, isUsed: Bool)] { waivers }

  /// Whether nothing has been recorded yet.
  public var isEmpty: Bool { memories.isEmpty }

  /// Closes what is open and forgets all carts, tickets and devices, because the sandbox's state starts over.
  ///
  /// What was counted and noted stays.
  ///
  /// - Parameter now: the sandbox's time before it starts over.
  public mutating func forget(at now: Instant) {
    if memories.isEmpty { return }
    close(at: now)
    memories = Self.freshMemories
  }

  /// Starts over with the same waivers.
  public mutating func clear() {
    self = Ledger(waivers: waivers.map(\.waiver))
  }
}
