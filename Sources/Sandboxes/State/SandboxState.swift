public import BoxOffice
public import Determinism
public import Scenarios

/// Everything that changes in one partner's world; guarded by its sandbox's lock.
public struct SandboxState: Sendable {
  /// The clock that drives every timestamp, hold, token and `Date` header.
  public var clock: SandboxClock
  /// What is on sale and what has been sold.
  public var boxOffice: BoxOffice
  /// Decides which requests are answered in an unusual way.
  public var engine = ScenarioEngine()
  package var issues = IssueCounters()
  package var polls = PollTable()
  package var meters = CallMeters()
  package var refunds = RefundJobs()
  var admissions = Admissions()
  /// How many captchas have been issued; each has its own number.
  package var captchaCount: UInt64 = 0
  /// The fixtures of the events added to this sandbox, as compact JSON by event id, oldest first.
  var putEvents: [(id: String, json: [UInt8])] = []
  var deviceCheck = DeviceCheck()
  /// What part of this state is in the directory's index; `nil` if the sandbox is in none, or has been dropped.
  var entered: SandboxIndex.Entered?

  /// Creates the state of a new sandbox.
  public init(clock: SandboxClock, boxOffice: BoxOffice) {
    self.clock = clock
    self.boxOffice = boxOffice
  }
}
