import Determinism

extension DelayDelivery.Release {
  /// Reads a release in the format of fixtures and scenarios.
  ///
  /// A date (`2026-12-05`), an RFC 3339 instant (`2026-12-05T18:00:00Z`), a duration after the order (`+PT2M`) or
  /// before the event (`-P1D`), or whole days after the sandbox's start (`start+P30D`).
  ///
  /// - Returns: `nil` for anything else, and for durations of more than ten years.
  public init?(_ text: some StringProtocol) {
    if text.hasPrefix("start+") {
      guard let duration = Self.duration(text.dropFirst(6)), duration.components.seconds % 86_400 == 0,
        duration.components.attoseconds == 0
      else { return nil }
      self = .daysAfterStart(Int(duration.components.seconds / 86_400))
    } else if text.hasPrefix("+") {
      guard let duration = Self.duration(text.dropFirst()) else { return nil }
      self = .afterOrder(duration)
    } else if text.hasPrefix("-") {
      guard let duration = Self.duration(text.dropFirst()) else { return nil }
      self = .beforeEvent(duration)
    } else if let date = CivilDate(iso8601: text) {
      self = .date(date)
    } else if let instant = Instant(rfc3339: text) {
      self = .instant(instant)
    } else {
      return nil
    }
  }

  private static func duration(_ text: some StringProtocol) -> Duration? {
    guard text.hasPrefix("P"), let duration = Duration(iso8601: text), duration <= .seconds(3_650 * 86_400) else {
      return nil
    }
    return duration
  }
}
