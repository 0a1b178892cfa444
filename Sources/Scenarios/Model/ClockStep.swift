/// How far and when a rule moves the sandbox's clock forward.
public struct ClockStep: Sendable, Hashable {
  /// How far; always positive.
  public var duration: Duration
  /// Whether the clock moves before the work, so that the request is judged at the new time, or after it.
  public var moment: Delay.Moment

  /// Makes a step.
  public init(_ duration: Duration, moment: Delay.Moment = .before) {
    self.duration = duration
    self.moment = moment
  }

  /// The forms that ``duration(_:)`` reads, for messages.
  static let forms = "a positive ISO 8601 duration such as \"PT5M1S\""

  /// Reads an ISO 8601 duration with at most four digits before a decimal point.
  ///
  /// - Returns: `nil` for anything else, and for zero.
  static func duration(_ text: String) -> Duration? {
    guard let duration = DeliveryInstant.duration(text[...]), duration > .zero else { return nil }
    return duration
  }
}
