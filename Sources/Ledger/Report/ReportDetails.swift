public import Determinism

/// What the report formats need beyond the report itself; the defaults leave the details out.
public struct ReportDetails: Sendable {
  /// Returns a request as a curl command, given its sandbox's key as the report shows it and its id; `nil` if unknown.
  ///
  /// It quotes for a POSIX shell and masks secrets. Only the text format calls it, at most three times a rule.
  public var curl: @Sendable (_ sandbox: String, _ request: String) -> String?
  /// Whether the text format has ANSI colours.
  public var hasColours: Bool
  /// Whether JUnit counts broken warnings as failures, as `--strict=warnings` does.
  public var failsOnWarnings: Bool
  /// When the report was made, in real time; `nil` leaves it out.
  public var drawnAt: Instant?
  /// How long the judged command ran; written as JUnit's `time`.
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
