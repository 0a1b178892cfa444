public import BoxOffice
public import Determinism
import Synchronization

/// All sandboxes, by key; made at the first request with a key and bounded in number.
///
/// The least recently used goes first, idle ones before those with live holds.
public final class SandboxDirectory: Sendable {
  private struct Contents {
    var sandboxes: [String: Sandbox] = [:]
    // Which keys were dropped, as folded numbers; bounded because it is emptied when it grows too large.
    var evicted: Set<UInt64> = []
  }

  /// What every sandbox begins with.
  public let settings: SandboxSettings
  // Guards the dictionary only; a sandbox's state has its own lock.
  private let contents = Mutex(Contents())
  private let uses = Atomic<UInt64>(0)
  private let startedAt: Instant

  /// Makes an empty directory.
  public init(settings: SandboxSettings) {
    self.settings = settings
    startedAt = settings.realTime()
  }

  /// Whether a key is accepted.
  public func accepts(_ key: String) -> Bool {
    settings.keys?.contains(key) ?? !key.isEmpty
  }

  /// The sandbox of a key that is accepted, made now if it is new.
  public func sandbox(for key: String) -> Sandbox {
    let use = uses.wrappingAdd(1, ordering: .relaxed).newValue
    let sandbox = contents.withLock { contents in
      if let known = contents.sandboxes[key] { return known }
      let folded = SeededSource.fold(key)
      if contents.sandboxes.count >= settings.limit { Self.evict(from: &contents) }
      let sandbox = make(key: key, replacesEvicted: contents.evicted.contains(folded))
      contents.sandboxes[key] = sandbox
      return sandbox
    }
    sandbox.lastUsed.store(use, ordering: .relaxed)
    return sandbox
  }

  /// All sandboxes, in no particular order.
  public var all: [Sandbox] {
    contents.withLock { Array($0.sandboxes.values) }
  }

  /// The order with a token, whichever sandbox it is in; for pages that carry no key.
  public func order(token: String) -> (sandbox: Sandbox, order: Order)? {
    for sandbox in all {
      if let order = sandbox.withState({ $0.boxOffice.order(.token(token)) }) { return (sandbox, order) }
    }
    return nil
  }

  /// The time where no sandbox is known: as a sandbox would have it that began with the server.
  public func timeWithoutSandbox() -> Instant {
    let real = settings.realTime()
    return SandboxClock(
      startingAt: settings.startTime, rate: settings.clockRate, realNow: min(startedAt, real)
    ).now(realNow: real)
  }

  private func make(key: String, replacesEvicted: Bool) -> Sandbox {
    let real = settings.realTime()
    let clock = SandboxClock(startingAt: settings.startTime, rate: settings.clockRate, realNow: real)
    let seed = SeededSource.seed(settings.seed, key: key)
    let boxOffice = BoxOffice(catalogue: settings.catalogue, seed: seed, startedAt: clock.now(realNow: real))
    return Sandbox(
      key: key, seed: seed, replacesEvicted: replacesEvicted,
      state: SandboxState(clock: clock, boxOffice: boxOffice), realTime: settings.realTime)
  }

  /// Drops an eighth of the sandboxes at once, so that the scan is paid for seldom.
  private static func evict(from contents: inout Contents) {
    let ranked = contents.sandboxes.values.map { sandbox in
      (sandbox: sandbox, isBusy: sandbox.hasLiveHolds(), used: sandbox.lastUsed.load(ordering: .relaxed))
    }.sorted { left, right in
      left.isBusy == right.isBusy ? left.used < right.used : !left.isBusy
    }
    if contents.evicted.count > 100_000 { contents.evicted.removeAll() }
    for (sandbox, _, _) in ranked.prefix(max(1, ranked.count / 8)) {
      contents.sandboxes[sandbox.key] = nil
      contents.evicted.insert(SeededSource.fold(sandbox.key))
    }
  }
}
