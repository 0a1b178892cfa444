/// What to do with which requests.
public struct Rule: Sendable, Hashable {
  /// The name, unique in its scenario; part of what decides the rule's draws.
  public var name: String
  /// Which requests it is for.
  public var condition: Condition
  /// What happens to them.
  public var outcome: Outcome
  /// By how long they are delayed besides.
  public var delay: Delay?
  /// How the sandbox's clock moves besides.
  public var clock: ClockStep?

  /// Makes a rule.
  public init(name: String, condition: Condition, outcome: Outcome, delay: Delay? = nil, clock: ClockStep? = nil) {
    self.name = name
    self.condition = condition
    self.outcome = outcome
    self.delay = delay
    self.clock = clock
  }

  /// Whether what it does depends on how often it was looked at.
  var isCounted: Bool { condition.calls != nil || condition.probability < 1 || delay?.isRandom == true }
}
