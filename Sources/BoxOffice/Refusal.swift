public import Determinism
public import EventCatalogue

/// Why the box office refuses a request; nothing has changed then.
///
/// Cases carry facts; the words and the wire codes are made where the error catalogue is.
public enum Refusal: Error, Sendable, Hashable {
  /// No event has this id.
  case unknownEvent(String)
  /// The event is not sold through the API.
  case notTransactable(event: String)
  /// The sale has not begun.
  case notYetOnSale(opens: Instant)
  /// The sale is over.
  case offSale(since: Instant)
  /// The event wants a solved captcha and none came.
  case captchaMissing
  /// The captcha token is wrong, or was used before.
  case captchaInvalid(usedBefore: Bool)
  /// More tickets than one cart may hold.
  case ticketLimit(limit: Int, asked: Int)
  /// No such ticket type is on sale here.
  case noTicketType(id: String, available: [String])
  /// No offer of that ticket type matches the price asked for.
  case noOffer(ticketType: String, asked: String)
  /// The event has no price levels that a request could name, for each row has a price of its own.
  case granularPricing(event: String, level: Int)
  /// All offers that would match need a password, and none came or another.
  case passwordNeeded(ticketType: String, wasGiven: Bool)
  /// Nothing free matches the request.
  case noInventory(reason: NoInventory)
  /// The cart cannot be used.
  case invalidCart(id: String, fate: CartFate)
  /// No such delivery option.
  case invalidDelivery(id: String, available: [String])
  /// The amount is not the cart's total.
  case amountDiffers(expected: Money, found: Money)
  /// A SafeTix event was billed without an account.
  case accountRequired
  /// The payment was refused.
  case payment(PaymentVerdict)
  /// The cart has not been paid.
  case unpaid(Money)

  /// Why no seats were found.
  public enum NoInventory: Sendable, Hashable {
    /// The exact seats cannot be had and best available was not accepted.
    case exactSeatsTaken(SeatsNotHad)
    /// Fewer seats are free than asked for.
    case tooFewFree(Int)
    /// Enough seats are free, but not next to each other or not without stranding one.
    case notTogether(restrictsSingles: Bool)
    /// No offer of the ticket type has a face value within the range; those it has, ascending.
    case outsidePriceRange(ticketType: String, prices: [Money])
    /// The event has none of the areas asked for; the first of them, and those it has.
    case unknownArea(id: Int, available: [Int])
  }
}
