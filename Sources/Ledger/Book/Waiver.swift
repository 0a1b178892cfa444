/// A rule that is waived in a sandbox, and why.
public struct Waiver: Sendable, Hashable {
  /// The rule's id.
  public let rule: String
  /// Why.
  public let reason: String
  let place: Int

  /// Makes a waiver; nil if there is no such rule.
  public init?(rule: String, reason: String) {
    guard let place = Rule.place(of: rule) else { return nil }
    self.rule = rule
    self.reason = reason
    self.place = place
  }
}
