public import Determinism
public import EventCatalogue

/// Why the box office refuses a request; nothing changes in that case.
///
/// Cases carry only facts; the error catalogue turns them into words and wire codes.
public enum Refusal: Error, Sendable, Hashable {
  /// No event has this id.
  case unknownEvent(String)
  /// The event is not sold through the API.
  case notTransactable(event: String)
  /// The sale has not begun.
  case notYetOnSale(opens: Instant)
  /// The sale is over.
  case offSale(since: Instant)
  /// The event requires a solved captcha, and none was sent.
  case captchaMissing
  /// The captcha token is wrong or has been used before.
  case captchaInvalid(usedBefore: Bool)
  /// More tickets than one cart may hold.
  case ticketLimit(limit: Int, asked: Int)
  /// No such ticket type is on sale here.
  case noTicketType(id: String, available: [String])
  /// No offer of that ticket type matches the requested price.
  case noOffer(ticketType: String, asked: String)
  /// The event has no price levels that a request could name, because each row has its own price.
  case granularPricing(event: String, level: Int)
  /// All matching offers need a password, and none or the wrong one was sent.
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
    /// The exact seats are unavailable, and the request does not accept best available.
    case exactSeatsTaken(SeatsNotHad)
    /// Fewer seats are free than requested.
    case tooFewFree(Int)
    /// Enough seats are free, but not side by side, or not without stranding one.
    case notTogether(restrictsSingles: Bool)
    /// No offer of the ticket type has a face value within the range; gives its face values, ascending.
    case outsidePriceRange(ticketType: String, prices: [Money])
    /// The event has none of the requested areas; gives the first of those, and the areas it has.
    case unknownArea(id: Int, available: [Int])
  }
}
