/// A rule that fires for a request, and what it does.
public struct Firing: Sendable, Hashable {
  /// Which rule it is.
  public var key: RuleKey
  /// The outcome.
  public var outcome: Outcome
  /// How long the answer is delayed, in real time.
  public var delay: Duration?
  /// When the delay takes place.
  public var delayMoment: Delay.Moment
  /// How the sandbox's clock moves.
  public var clock: ClockStep?

  /// Makes a firing.
  public init(
    key: RuleKey, outcome: Outcome, delay: Duration? = nil, delayMoment: Delay.Moment = .before, clock: ClockStep? = nil
  ) {
    self.key = key
    self.outcome = outcome
    self.delay = delay
    self.delayMoment = delayMoment
    self.clock = clock
  }

  /// The name for answers and journals: the scenario and the rule, such as `niterun/ticketing-down`, or a fault's id.
  public var label: String { key.rule.isEmpty ? key.scenario : "\(key.scenario)/\(key.rule)" }
}
