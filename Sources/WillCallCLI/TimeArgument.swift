import Determinism

/// An instant on the command line: RFC 3339 or Unix seconds.
enum TimeArgument {
  /// What the message about an invalid value says is expected.
  static let expected = "a time such as 2026-12-01T18:00:00Z, or Unix seconds from 0 to 253402300799"

  /// - Returns: `nil` for anything else.
  static func parse(_ text: String) -> Instant? {
    if let instant = Instant(rfc3339: text) { return instant }
    guard let seconds = Int64(text), (0...253_402_300_799).contains(seconds) else { return nil }
    return Instant(secondsSinceEpoch: seconds)
  }
}
