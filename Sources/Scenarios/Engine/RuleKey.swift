/// Identifies a rule within a sandbox.
public struct RuleKey: Sendable, Hashable {
  /// Where the rule comes from.
  public var origin: RuleOrigin
  /// The scenario's name, or the fault's id.
  public var scenario: String
  /// The rule's name; empty for a fault.
  public var rule: String

  /// Makes a key.
  public init(origin: RuleOrigin, scenario: String, rule: String) {
    self.origin = origin
    self.scenario = scenario
    self.rule = rule
  }
}
