public import Determinism
public import EventCatalogue

/// A sale: tickets that belong to an account.
///
/// Immutable and shared; voiding replaces the order with another one.
public final class Order: Sendable {
  /// The order number, such as `39-20827/PHX`.
  public let number: String
  /// The number, folded to the integer by which a ledger knows it.
  public let foldedNumber: UInt64
  /// The token that clients send to Order Management.
  public let token: String
  /// The cart it came from; `nil` for orders that exist from the start.
  public let cartID: String?
  /// The event.
  public let event: Event
  /// The `third_party_account_id` it was billed with.
  public let account: String?
  /// The buyer's address.
  public let customerEmail: String
  /// The partner that sold it.
  public let thirdPartySource: String
  /// The partner's own reference that came with the purchase.
  public let sourceAccountID: String?
  /// The entries of its `options`.
  public let options: [SoldOrder.Option]
  /// Who delivers.
  public let carrier: String
  /// `SAFETIX` for SafeTix events, else the delivery option chosen.
  public let serviceLevel: String
  /// The description of the delivery.
  public let deliveryDescription: String
  /// When it was placed.
  public let placedAt: Instant
  /// What was paid.
  public let grandTotal: Money
  /// The tickets.
  public let tickets: [Ticket]
  /// Whether it has been voided.
  public let isVoided: Bool

  init(
    number: String, token: String, cartID: String?, event: Event, account: String?, customerEmail: String,
    thirdPartySource: String, options: [SoldOrder.Option], carrier: String, serviceLevel: String,
    deliveryDescription: String, placedAt: Instant, grandTotal: Money, tickets: [Ticket],
    sourceAccountID: String? = nil, isVoided: Bool = false
  ) {
    self.number = number
    foldedNumber = SeededSource.fold(number)
    self.token = token
    self.cartID = cartID
    self.event = event
    self.account = account
    self.customerEmail = customerEmail
    self.thirdPartySource = thirdPartySource
    self.sourceAccountID = sourceAccountID
    self.options = options
    self.carrier = carrier
    self.serviceLevel = serviceLevel
    self.deliveryDescription = deliveryDescription
    self.placedAt = placedAt
    self.grandTotal = grandTotal
    self.tickets = tickets
    self.isVoided = isVoided
  }

  /// The same order, voided.
  var voided: Order {
    Order(
      number: number, token: token, cartID: cartID, event: event, account: account, customerEmail: customerEmail,
      thirdPartySource: thirdPartySource, options: options, carrier: carrier, serviceLevel: serviceLevel,
      deliveryDescription: deliveryDescription, placedAt: placedAt, grandTotal: grandTotal, tickets: tickets,
      sourceAccountID: sourceAccountID, isVoided: true)
  }
}
