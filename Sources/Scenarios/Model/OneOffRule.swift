/// A rule that fires a number of times, posted to a running server.
public struct OneOffRule: Sendable, Hashable {
  /// Which requests it applies to.
  public var condition: Condition
  /// What happens to them.
  public var outcome: Outcome
  /// How long they are also delayed.
  public var delay: Delay?
  /// How the sandbox's clock also moves.
  public var clock: ClockStep?
  /// How often it fires, 1 to 1,000,000.
  public var times: Int
  /// The condition's JSON, without whitespace.
  public var when: [UInt8]
  /// The outcome's JSON, without whitespace.
  public var then: [UInt8]

  /// Makes a rule.
  public init(
    condition: Condition, outcome: Outcome, delay: Delay? = nil, clock: ClockStep? = nil, times: Int = 1,
    when: [UInt8] = [], then: [UInt8] = []
  ) {
    self.condition = condition
    self.outcome = outcome
    self.delay = delay
    self.clock = clock
    self.times = times
    self.when = when
    self.then = then
  }
}
