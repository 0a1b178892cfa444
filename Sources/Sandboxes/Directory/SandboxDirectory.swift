public import BoxOffice
public import Determinism
import Dispatch
public import Ledger
import Synchronization

/// All sandboxes, by key; created on the first request with a key, and limited in number.
///
/// The least recently used are dropped first, idle ones before those with live holds.
public final class SandboxDirectory: Sendable {
  private struct Contents {
    var sandboxes: [String: Sandbox] = [:]
    // The sandbox requested last, which is never dropped before another is, and how many requests for sandboxes there were.
    var latest: Sandbox?
    var uses: UInt64 = 0
    // The keys of dropped sandboxes, as folded numbers; bounded, because it is emptied when it grows too large.
    var evicted: Set<UInt64> = []
    // The counts of dropped sandboxes.
    var tally = RequestTally()
    // Created when there is something to record in its journal.
    var own: Sandbox?
    // The rules waived in every sandbox.
    var waivers: [Waiver] = []
  }

  /// The settings of every new sandbox.
  public let settings: SandboxSettings
  // Guards only the dictionary; the state of each sandbox has its own lock.
  private let contents = Mutex(Contents())
  private let startedAt: Instant
  private let budget: JournalBudget
  let index = SandboxIndex()
  let retired = RetiredLedgers()
  private let walks = Atomic<Int>(0)
  // Where dropped sandboxes are freed: a large one takes milliseconds, and a thousand may be dropped at once.
  let cleaning = DispatchQueue(label: "willcall.cleaning")

  /// Creates an empty directory.
  public init(settings: SandboxSettings) {
    self.settings = settings
    startedAt = settings.realTime()
    contents.withLock { $0.waivers = settings.waivers }
    budget = JournalBudget(limit: settings.journalLimit)
    budget.find { [weak self] in self?.all.map(\.journal) ?? [] }
  }

  /// The maximum length of a key in Unicode scalars, unless the server was started with a list of keys.
  public static let keyLengthLimit = 200

  /// Whether a key is refused because of its length.
  public func isTooLong(_ key: String) -> Bool {
    settings.keys == nil && key.utf8.count > Self.keyLengthLimit && key.unicodeScalars.count > Self.keyLengthLimit
  }

  /// The key of the server's own journal; never a partner's key.
  public static let ownKey = "-"

  /// Whether a key is accepted.
  public func accepts(_ key: String) -> Bool {
    key != Self.ownKey && (settings.keys?.contains(key) ?? (!key.isEmpty && !isTooLong(key)))
  }

  /// The sandbox that holds the server's own journal: requests without an accepted key, and invalid requests.
  ///
  /// It belongs to no partner: it appears in no list, and only its journal is ever used.
  public var own: Sandbox {
    contents.withLock { contents in
      if let own = contents.own { return own }
      let own = Sandbox(
        key: Self.ownKey, settings: settings, budget: budget, index: nil, replacesEvicted: false)
      contents.own = own
      return own
    }
  }

  /// The sandbox of an accepted key, created now if it is new.
  public func sandbox(for key: String) -> Sandbox {
    let (sandbox, dropped) = contents.withLock { contents -> (Sandbox, [Sandbox]) in
      contents.uses += 1
      let use = contents.uses
      // Recorded under the lock: a sandbox that was just requested must never look like the least recently used.
      if let latest = contents.latest, latest.key == key {
        latest.lastUsed.store(use, ordering: .relaxed)
        return (latest, [])
      }
      if let known = contents.sandboxes[key] {
        known.lastUsed.store(use, ordering: .relaxed)
        contents.latest = known
        return (known, [])
      }
      let folded = SeededSource.fold(key)
      let dropped = contents.sandboxes.count >= settings.limit ? Self.evict(from: &contents) : []
      let sandbox = Sandbox(
        key: key, settings: settings, budget: budget, index: index,
        replacesEvicted: contents.evicted.contains(folded), waivers: contents.waivers)
      sandbox.lastUsed.store(use, ordering: .relaxed)
      contents.sandboxes[key] = sandbox
      contents.latest = sandbox
      return (sandbox, dropped)
    }
    if !dropped.isEmpty {
      cleaning.async { [retired] in
        for sandbox in dropped { sandbox.retireLedger(to: retired) }
      }
    }
    return sandbox
  }

  /// All sandboxes, in no particular order.
  public var all: [Sandbox] {
    walks.add(1, ordering: .relaxed)
    return contents.withLock { Array($0.sandboxes.values) }
  }

  /// The rules waived in every sandbox, including future ones.
  public var waivers: [Waiver] { contents.withLock { $0.waivers } }

  /// Waives rules in future sandboxes; returns the existing ones.
  func addWaivers(_ waivers: [Waiver]) -> [Sandbox] {
    contents.withLock { contents in
      for waiver in waivers where !contents.waivers.contains(waiver) { contents.waivers.append(waiver) }
      contents.waivers.removeFirst(max(0, contents.waivers.count - Ledger.waiverLimit))
      return Array(contents.sandboxes.values)
    }
  }

  /// Removes the waivers for future sandboxes; returns the existing ones.
  func removeWaivers() -> [Sandbox] {
    contents.withLock { contents in
      contents.waivers = []
      return Array(contents.sandboxes.values)
    }
  }

  /// How often all sandboxes were visited; requests to the Partner API never do that.
  var walkCount: Int { walks.load(ordering: .relaxed) }

  /// The existing sandbox of a key, if any; this does not count as using it.
  public func existing(_ key: String) -> Sandbox? {
    contents.withLock { $0.sandboxes[key] }
  }

  /// The only sandbox; `nil` if there are several or none.
  ///
  /// If a server accepts only one key, that key's sandbox exists from the start.
  public var only: Sandbox? {
    if let keys = settings.keys, keys.count == 1, let key = keys.first { return sandbox(for: key) }
    return contents.withLock { $0.sandboxes.count == 1 ? $0.sandboxes.values.first : nil }
  }

  /// The sandbox that was used last.
  public var mostRecentlyUsed: Sandbox? { contents.withLock { $0.latest } }

  /// How many requests have been answered since the server started, by operation and status.
  public var tally: RequestTally {
    let (sandboxes, retired) = contents.withLock {
      (Array($0.sandboxes.values) + [$0.own].compactMap(\.self), $0.tally)
    }
    return sandboxes.reduce(into: retired) { $0.add($1.journal.tally) }
  }

  /// The order with a token, whichever sandbox it is in; for pages without a key.
  ///
  /// If several sandboxes have it, for example an order of the catalogue, it comes from the one used last.
  ///
  /// Complexity: O(1).
  public func order(token: String) -> (sandbox: Sandbox, order: Order)? {
    guard let sandbox = sandbox(with: token, in: index.orders) else { return nil }
    return sandbox.withState { $0.boxOffice.order(.token(token)) }.map { (sandbox, $0) }
  }

  /// A sandbox that has a token; if there are several, the one used last if it is among them.
  func sandbox(with token: String, in index: TokenIndex) -> Sandbox? {
    index.owner(of: token, favourite: mostRecentlyUsed?.key).flatMap(existing)
  }

  /// The time to use if no sandbox is known: that of a sandbox started together with the server.
  public func timeWithoutSandbox() -> Instant {
    let real = settings.realTime()
    return SandboxClock(
      startingAt: settings.startTime, rate: settings.clockRate, realNow: min(startedAt, real)
    ).now(realNow: real)
  }

  /// Drops an eighth of the sandboxes at once, so that the scan is rarely needed.
  ///
  /// - Returns: the dropped sandboxes, so that they are freed neither under the lock nor by a thread that should be
  ///   answering.
  private static func evict(from contents: inout Contents) -> [Sandbox] {
    let ranked = contents.sandboxes.values.map { sandbox in
      (sandbox: sandbox, isBusy: sandbox.hasLiveHolds(), used: sandbox.lastUsed.load(ordering: .relaxed))
    }.sorted { left, right in
      left.isBusy == right.isBusy ? left.used < right.used : !left.isBusy
    }
    if contents.evicted.count > 100_000 { contents.evicted.removeAll() }
    let dropped = ranked.prefix(max(1, ranked.count / 8)).map(\.sandbox)
    for sandbox in dropped {
      contents.sandboxes[sandbox.key] = nil
      sandbox.leaveIndex()
      contents.evicted.insert(SeededSource.fold(sandbox.key))
      contents.tally.add(sandbox.journal.tally)
    }
    return dropped
  }
}
