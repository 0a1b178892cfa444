/// Why a text is not a POSIX `TZ` rule.
public struct ZoneRuleError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The rule as it was given.
  public let rule: String
  /// The offset of the byte where parsing failed.
  public let offset: Int
  /// What was expected.
  public let expected: String

  /// The error as one sentence.
  public var description: String { "\"\(rule)\" is not a time zone rule: expected \(expected) at byte \(offset)" }
}
