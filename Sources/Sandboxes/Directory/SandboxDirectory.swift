public import BoxOffice
public import Determinism
import Dispatch
public import Ledger
import Synchronization

/// All sandboxes, by key; made at the first request with a key and bounded in number.
///
/// The least recently used goes first, idle ones before those with live holds.
public final class SandboxDirectory: Sendable {
  private struct Contents {
    var sandboxes: [String: Sandbox] = [:]
    // The one that was asked for last, and how often any was.
    var latest: Sandbox?
    var uses: UInt64 = 0
    // Which keys were dropped, as folded numbers; bounded because it is emptied when it grows too large.
    var evicted: Set<UInt64> = []
    // What the sandboxes that were dropped had counted.
    var tally = RequestTally()
    // Made when there is something for its journal.
    var own: Sandbox?
    // What is waived in every sandbox.
    var waivers: [Waiver] = []
  }

  /// What every sandbox starts with.
  public let settings: SandboxSettings
  // Guards the dictionary only; a sandbox's state has its own lock.
  private let contents = Mutex(Contents())
  private let startedAt: Instant
  private let budget: JournalBudget
  let index = SandboxIndex()
  let retired = RetiredLedgers()
  private let walks = Atomic<Int>(0)
  // Where dropped sandboxes are freed: a large one takes milliseconds, and a thousand go at once.
  let cleaning = DispatchQueue(label: "willcall.cleaning")

  /// Makes an empty directory.
  public init(settings: SandboxSettings) {
    self.settings = settings
    startedAt = settings.realTime()
    contents.withLock { $0.waivers = settings.waivers }
    budget = JournalBudget(limit: settings.journalLimit)
    budget.find { [weak self] in self?.all.map(\.journal) ?? [] }
  }

  /// The maximum length of a key in Unicode scalars, unless the server was started with its keys.
  public static let keyLengthLimit = 200

  /// Whether a key is refused for its length alone.
  public func isTooLong(_ key: String) -> Bool {
    settings.keys == nil && key.utf8.count > Self.keyLengthLimit && key.unicodeScalars.count > Self.keyLengthLimit
  }

  /// The key that stands for the server's own journal; never a partner's key.
  public static let ownKey = "-"

  /// Whether a key is accepted.
  public func accepts(_ key: String) -> Bool {
    key != Self.ownKey && (settings.keys?.contains(key) ?? (!key.isEmpty && !isTooLong(key)))
  }

  /// Holds the server's own journal: requests without an accepted key, and what was not a valid request.
  ///
  /// It belongs to no partner: no list shows it, and only its journal is ever used.
  public var own: Sandbox {
    contents.withLock { contents in
      if let own = contents.own { return own }
      let own = Sandbox(
        key: Self.ownKey, settings: settings, budget: budget, index: nil, replacesEvicted: false)
      contents.own = own
      return own
    }
  }

  /// The sandbox of a key that is accepted, made now if it is new.
  public func sandbox(for key: String) -> Sandbox {
    let (sandbox, dropped) = contents.withLock { contents -> (Sandbox, [Sandbox]) in
      contents.uses += 1
      let use = contents.uses
      // Noted under the lock: a sandbox that was just asked for must never look like the least recently used.
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

  /// What is waived in every sandbox, including future ones.
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

  /// How often somebody went through all sandboxes; requests to the Partner API never do.
  var walkCount: Int { walks.load(ordering: .relaxed) }

  /// The sandbox of a key, if there is one; this does not count as a use of it.
  public func existing(_ key: String) -> Sandbox? {
    contents.withLock { $0.sandboxes[key] }
  }

  /// The only sandbox; `nil` if there are several or none.
  ///
  /// A server that accepts one key has that key's sandbox from the start.
  public var only: Sandbox? {
    if let keys = settings.keys, keys.count == 1, let key = keys.first { return sandbox(for: key) }
    return contents.withLock { $0.sandboxes.count == 1 ? $0.sandboxes.values.first : nil }
  }

  /// The sandbox that was used last.
  public var mostRecentlyUsed: Sandbox? { contents.withLock { $0.latest } }

  /// How many requests were answered, by operation and status, since the server started.
  public var tally: RequestTally {
    let (sandboxes, retired) = contents.withLock {
      (Array($0.sandboxes.values) + [$0.own].compactMap(\.self), $0.tally)
    }
    return sandboxes.reduce(into: retired) { $0.add($1.journal.tally) }
  }

  /// The order with a token, whichever sandbox it is in; for pages that carry no key.
  ///
  /// If several sandboxes have it, such as an order of the catalogue, it comes from the one used last.
  ///
  /// Complexity: O(1).
  public func order(token: String) -> (sandbox: Sandbox, order: Order)? {
    guard let sandbox = sandbox(with: token, in: index.orders) else { return nil }
    return sandbox.withState { $0.boxOffice.order(.token(token)) }.map { (sandbox, $0) }
  }

  /// A sandbox that has a token; the one used last, if it is one of them.
  func sandbox(with token: String, in index: TokenIndex) -> Sandbox? {
    index.owner(of: token, favourite: mostRecentlyUsed?.key).flatMap(existing)
  }

  /// The time if no sandbox is known: that of a sandbox that started with the server.
  public func timeWithoutSandbox() -> Instant {
    let real = settings.realTime()
    return SandboxClock(
      startingAt: settings.startTime, rate: settings.clockRate, realNow: min(startedAt, real)
    ).now(realNow: real)
  }

  /// Drops an eighth of the sandboxes at once, so that the scan is paid for seldom.
  ///
  /// - Returns: those dropped, so that they are freed neither under the lock nor by whoever waits for an answer.
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
