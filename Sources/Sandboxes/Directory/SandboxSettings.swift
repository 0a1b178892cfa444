public import Determinism
public import EventCatalogue
public import Ledger
package import Scenarios

/// The settings of every new sandbox.
public struct SandboxSettings: Sendable {
  /// What is on sale.
  public var catalogue: Catalogue
  /// The server's seed.
  public var seed: UInt64
  /// The instant at which sandboxes start; `nil`: the real time.
  public var startTime: Instant?
  /// How fast sandbox time runs; 0 is frozen.
  public var clockRate: Double
  /// The accepted keys; `nil`: any nonempty key.
  public var keys: Set<String>?
  /// The scenarios that can be used by name, and those active from the start.
  public var library = ScenarioLibrary()
  /// Who is notified of what happens.
  public var audience = Audience()
  /// The maximum number of sandboxes kept.
  public var limit = 10_000
  /// Roughly how many bytes the journals of all sandboxes may take together.
  public var journalLimit = 64 * 1024 * 1024
  /// The rules that are waived in every sandbox from the start.
  public var waivers: [Waiver] = []
  /// The real time; if the machine's clock is set back, it continues from where it was.
  public let realTime: @Sendable () -> Instant

  /// Creates settings.
  ///
  /// - Parameter realTime: the machine's clock.
  public init(
    catalogue: Catalogue, seed: UInt64 = 0, startTime: Instant? = nil, clockRate: Double = 1, keys: Set<String>? = nil,
    realTime: @escaping @Sendable () -> Instant
  ) {
    self.catalogue = catalogue
    self.seed = seed
    self.startTime = startTime
    self.clockRate = clockRate
    self.keys = keys
    let time = ForwardTime(realTime)
    self.realTime = { time.now() }
  }

  /// The clock of a sandbox that starts at a real instant.
  ///
  /// - Parameter wish: what its scenarios say about the clock; it takes precedence over the server's options.
  package func clock(realNow real: Instant, wish: ScenarioClock?) -> SandboxClock {
    SandboxClock(startingAt: wish?.start ?? startTime, rate: wish?.rate ?? clockRate, realNow: real)
  }
}
