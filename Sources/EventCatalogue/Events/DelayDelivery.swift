public import Determinism

/// When the tokens of an event's tickets become available, and what is answered until then.
public struct DelayDelivery: Sendable, Hashable {
  /// The time from which tokens are delivered.
  public enum Release: Sendable, Hashable {
    /// From 00:00 of a date in the event's zone.
    case date(CivilDate)
    /// From an instant.
    case instant(Instant)
    /// A time after the order was placed.
    case afterOrder(Duration)
    /// A time before the event starts.
    case beforeEvent(Duration)
    /// From 00:00 in the event's zone, this many days after the sandbox started.
    case daysAfterStart(Int)
  }

  /// What an order answers before the release.
  public enum Style: String, Sendable, CaseIterable {
    /// `secure_entry_data` without `token`.
    case omitToken = "omit-token"
    /// A scrambled placeholder, as the documents print it.
    case scrambledToken = "scrambled-token"
    /// An `error` object in `secure_entry_data`.
    case error
  }

  /// When tokens are released.
  public var release: Release
  /// What is answered before then.
  public var style: Style

  /// Makes a delayed-delivery rule.
  public init(release: Release, style: Style) {
    self.release = release
    self.style = style
  }
}
