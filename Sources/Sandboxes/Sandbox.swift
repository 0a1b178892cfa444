import BoxOffice
public import Determinism
public import EventCatalogue
import Ledger
public import SafeTix
import Scenarios
import Synchronization

/// One partner key's private world.
///
/// Its state is accessed only under its own lock, for microseconds; two sandboxes never contend.
public final class Sandbox: Sendable {
  /// The partner key; only ``maskedKey`` is ever shown.
  public let key: String
  /// The seed of everything generated here: the server's seed folded with the key.
  public let seed: UInt64
  /// Creates the tokens of this sandbox.
  public let tokenIssuer: TokenIssuer
  /// The requests and their answers.
  public let journal: Journal
  /// Whether an earlier sandbox of the same key was dropped.
  public let replacesEvicted: Bool
  /// Its initial settings, which a reset restores.
  package let settings: SandboxSettings
  // Apart, so that it can be asked what was issued without a weak reference to the sandbox, which would make every other
  // reference to it cost more.
  let state: GuardedState
  // The index through which its tokens lead to it; changed only under the state's lock.
  let index: SandboxIndex?
  // The rules kept and broken, under a lock of its own, which is never held while taking another.
  let book: Mutex<LedgerBook>
  // Held while a clock is moved and the consequences are listed, so that a list belongs to one move.
  let moves = Mutex(())
  private let requests = Atomic<UInt64>(0)
  let lastUsed = Atomic<UInt64>(0)
  let used = Used()
  /// When it was created.
  public let created: Moment

  init(
    key: String, settings: SandboxSettings, budget: JournalBudget?, index: SandboxIndex?, replacesEvicted: Bool,
    waivers: [Waiver] = []
  ) {
    self.key = key
    self.index = index
    self.settings = settings
    self.replacesEvicted = replacesEvicted
    book = Mutex(LedgerBook(waivers: waivers))
    seed = SeededSource.seed(settings.seed, key: key)
    journal = Journal(budget: budget)
    tokenIssuer = TokenIssuer(seed: seed)
    let real = settings.realTime()
    let engine = ScenarioEngine(server: settings.library.active)
    let clock = settings.clock(realNow: real, wish: engine.clock)
    created = Moment(sandbox: clock.now(realNow: real), real: real)
    let boxOffice = BoxOffice(catalogue: settings.catalogue, seed: seed, startedAt: created.sandbox)
    var initial = SandboxState(clock: clock, boxOffice: boxOffice)
    initial.engine = engine
    initial.adjustEvents()
    if index != nil { initial.entered = SandboxIndex.Entered() }
    state = GuardedState(initial)
    journal.use(secrets)
    withState { _ in }
  }

  /// The key as messages show it: in full, or `reci…` if it looks real.
  public var maskedKey: String { Self.mask(key) }

  /// A key as messages show it: in full, or its first four characters if it looks real.
  public static func mask(_ key: String) -> String { PartnerKey.shown(key) }

  /// The sandbox's time.
  public func now() -> Instant { now(realNow: settings.realTime()) }

  /// The sandbox's time at an instant of the machine's.
  func now(realNow real: Instant) -> Instant {
    state.withLock { $0.clock.now(realNow: real) }
  }

  /// Whether a rule may fire for an operation, without a scenario named by the request.
  package func mayFire(for operation: String) -> Bool {
    state.withLock { !$0.engine.isEmpty(operation) }
  }

  /// The event with this id or alias in the sandbox.
  public func event(_ id: String) -> Event? {
    state.withLock { $0.boxOffice.catalogue.event(id) }
  }

  /// Whether any carts are being held.
  func hasLiveHolds() -> Bool {
    let real = settings.realTime()
    return state.withLock { $0.boxOffice.hasLiveCart(at: $0.clock.now(realNow: real)) }
  }

  /// Reads or changes the state under the lock; keep it short.
  ///
  /// - Throws: what `body` throws.
  public func withState<Result: Sendable, Failure: Error>(
    _ body: (inout SandboxState) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try state.withLock { (state) throws(Failure) -> Result in
      defer { enterTokens(of: &state) }
      return try body(&state)
    }
  }

  /// Reads or changes the state at the sandbox's current time, under the lock; keep it short.
  ///
  /// - Throws: what `body` throws.
  public func withState<Result: Sendable, Failure: Error>(
    atNow body: (inout SandboxState, Instant) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let real = settings.realTime()
    return try state.withLock { (state) throws(Failure) -> Result in
      defer { enterTokens(of: &state) }
      return try body(&state, state.clock.now(realNow: real))
    }
  }

  /// The number of the next request, from 1.
  package func nextRequestNumber() -> UInt64 {
    requests.wrappingAdd(1, ordering: .relaxed).newValue
  }

  /// How many requests have been numbered; a reset of the journal starts over.
  public var requestCount: UInt64 { requests.load(ordering: .relaxed) }

  /// Makes the next request number the one after `count`.
  func continueNumbering(after count: UInt64) {
    requests.store(count, ordering: .relaxed)
  }
}
