/// A one-off rule, in force or used up.
public struct OneOffFault: Sendable, Hashable {
  /// Its id: `fault-1`, `fault-2`, … in the order in which they were posted.
  public var id: String
  /// The rule that was posted.
  public var rule: OneOffRule
  /// How many more times it fires.
  public var remaining: Int

  /// The size of its JSON in bytes; the parsed form takes about as much again.
  public var weight: Int { rule.when.count + rule.then.count }

  /// The id of the fault with a number, from 1.
  static func id(_ number: UInt64) -> String { "fault-\(number)" }

  /// The number in an id; `nil` if it is not one.
  public static func number(of id: String) -> UInt64? {
    guard let number = UInt64(id.trimmingPrefix("fault-")), number > 0, Self.id(number) == id else { return nil }
    return number
  }

  /// Makes a fault.
  public init(id: String, rule: OneOffRule, remaining: Int) {
    self.id = id
    self.rule = rule
    self.remaining = remaining
  }
}
