import BoxOffice
public import Determinism
public import SafeTix
import Synchronization

/// One partner key's private world.
///
/// Its state is touched under its own lock only, for microseconds; two sandboxes never contend.
public final class Sandbox: Sendable {
  /// The partner key; never echoed in logs.
  public let key: String
  /// The seed of everything generated here: the server's seed folded with the key.
  public let seed: UInt64
  /// Makes the tokens of this sandbox.
  public let tokenIssuer: TokenIssuer
  /// What was asked and answered.
  public let journal = Journal()
  /// Whether an earlier sandbox of the same key was dropped.
  public let replacesEvicted: Bool
  private let state: Mutex<SandboxState>
  private let realTime: @Sendable () -> Instant
  private let requests = Atomic<UInt64>(0)
  let lastUsed = Atomic<UInt64>(0)

  init(
    key: String, seed: UInt64, replacesEvicted: Bool, state: SandboxState, realTime: @escaping @Sendable () -> Instant
  ) {
    self.key = key
    self.seed = seed
    self.replacesEvicted = replacesEvicted
    self.state = Mutex(state)
    self.realTime = realTime
    tokenIssuer = TokenIssuer(seed: seed)
  }

  /// The sandbox's time.
  public func now() -> Instant {
    let real = realTime()
    return state.withLock { $0.clock.now(realNow: real) }
  }

  /// Whether carts are held now.
  func hasLiveHolds() -> Bool {
    let real = realTime()
    return state.withLock { state in
      state.boxOffice.settle(now: state.clock.now(realNow: real))
      return state.boxOffice.liveCartCount > 0
    }
  }

  /// Reads or changes the state under the lock; keep it short.
  ///
  /// - Throws: what `body` throws.
  public func withState<Result: Sendable, Failure: Error>(
    _ body: (inout SandboxState) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try state.withLock { (state) throws(Failure) -> Result in try body(&state) }
  }

  /// The number of the next request, from 1.
  func nextRequestNumber() -> UInt64 {
    requests.wrappingAdd(1, ordering: .relaxed).newValue
  }
}
