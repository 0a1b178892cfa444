/// Why a text is not a POSIX `TZ` rule.
public struct ZoneRuleError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The rule as it was given.
  public let rule: String
  /// The offset of the byte at which it went wrong.
  public let offset: Int
  /// What should have been there.
  public let expected: String

  /// The three facts in a sentence.
  public var description: String { "\"\(rule)\" is not a time zone rule: expected \(expected) at byte \(offset)" }
}
