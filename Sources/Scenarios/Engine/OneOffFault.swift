/// A one-off rule in force, or used up.
public struct OneOffFault: Sendable, Hashable {
  /// Its id: `fault-1`, `fault-2`, … in the order in which they were posted.
  public var id: String
  /// What was posted.
  public var rule: OneOffRule
  /// How often it still fires.
  public var remaining: Int

  /// Makes a fault.
  public init(id: String, rule: OneOffRule, remaining: Int) {
    self.id = id
    self.rule = rule
    self.remaining = remaining
  }
}
