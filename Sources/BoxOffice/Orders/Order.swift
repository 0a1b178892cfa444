public import Determinism

/// A sale: tickets that belong to an account.
public struct Order: Sendable {
  /// Such as `39-20827/PHX`.
  public let number: String
  /// The token that Order Management is asked with.
  public let token: String
  /// The cart it came from; `nil` for orders that exist from the start.
  public let cartID: String?
  /// The event.
  public let event: Event
  /// The `third_party_account_id` it was billed with.
  public let account: String?
  /// The buyer's address.
  public let customerEmail: String
  /// Where it was sold.
  public let thirdPartySource: String
  /// What was noted on it.
  public let options: [SoldOrder.Option]
  /// Who delivers.
  public let carrier: String
  /// `SAFETIX` for SafeTix events, else the way of delivery chosen.
  public let serviceLevel: String
  /// The delivery in words.
  public let deliveryDescription: String
  /// When it was placed.
  public let placedAt: Instant
  /// What was paid.
  public let grandTotal: Money
  /// The tickets.
  public let tickets: [Ticket]
  /// Whether it has been voided.
  public internal(set) var isVoided = false
}
