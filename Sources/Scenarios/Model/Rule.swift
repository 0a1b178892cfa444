/// What to do with certain requests.
public struct Rule: Sendable, Hashable {
  /// The name, unique in its scenario; part of what decides the rule's draws.
  public var name: String
  /// Which requests it applies to.
  public var condition: Condition
  /// What happens to them.
  public var outcome: Outcome
  /// How long they are also delayed.
  public var delay: Delay?
  /// How the sandbox's clock also moves.
  public var clock: ClockStep?

  /// Makes a rule.
  public init(name: String, condition: Condition, outcome: Outcome, delay: Delay? = nil, clock: ClockStep? = nil) {
    self.name = name
    self.condition = condition
    self.outcome = outcome
    self.delay = delay
    self.clock = clock
  }

  /// Whether its effect depends on how often it has been evaluated.
  var isCounted: Bool { condition.calls != nil || condition.probability < 1 || delay?.isRandom == true }
}
