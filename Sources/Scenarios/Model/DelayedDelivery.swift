/// When tokens become available, and what is answered until then.
public struct DelayedDelivery: Sendable, Hashable {
  /// What an order answers before that instant.
  public enum Style: String, Sendable, Hashable, CaseIterable {
    /// `secure_entry_data` without `token`.
    case omitToken = "omit-token"
    /// A scrambled placeholder, as the documents print it.
    case scrambledToken = "scrambled-token"
    /// An `error` object in `secure_entry_data`.
    case error
  }

  /// When tokens are delivered.
  public var until: DeliveryInstant
  /// What is answered before then.
  public var style: Style

  /// Makes a delay.
  public init(until: DeliveryInstant, style: Style = .omitToken) {
    self.until = until
    self.style = style
  }
}
