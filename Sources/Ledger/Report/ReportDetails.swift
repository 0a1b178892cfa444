public import Determinism

/// What the forms of a report need to know beyond the report; each has a default that says less.
public struct ReportDetails: Sendable {
  /// A request, by its sandbox's key as the report shows it and its id, as a curl command; `nil` if it is not known.
  ///
  /// The caller quotes for a POSIX shell and masks what must not be shown. Only the text form asks, and at most three
  /// times a rule.
  public var curl: @Sendable (_ sandbox: String, _ request: String) -> String?
  /// Whether the text form has ANSI colours.
  public var hasColours: Bool
  /// Whether JUnit counts broken warnings as failures, as `--strict=warnings` does.
  public var failsOnWarnings: Bool
  /// When the report was drawn, in real time; `nil` leaves it out.
  public var drawnAt: Instant?
  /// How long the judged command ran; JUnit's `time`.
  public var duration: Duration

  /// The defaults: no curl, no colours, no time.
  public init(
    hasColours: Bool = false, failsOnWarnings: Bool = false, drawnAt: Instant? = nil, duration: Duration = .zero,
    curl: @escaping @Sendable (_ sandbox: String, _ request: String) -> String? = { _, _ in nil }
  ) {
    self.hasColours = hasColours
    self.failsOnWarnings = failsOnWarnings
    self.drawnAt = drawnAt
    self.duration = duration
    self.curl = curl
  }
}
