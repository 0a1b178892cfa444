package import BoxOffice
package import Determinism
import JSONText

extension APIError {
  /// Makes the error, with its code and diagnosis, for a refusal by the box office.
  package init(_ refusal: Refusal, at now: Instant, context: RefusalContext) {
    switch refusal {
    case .unknownEvent(let id):
      let known = context.eventIDs.joined(separator: ", ")
      // A long id must not leave the header without room for the list.
      let shown = id.count > 40 ? "\(id.prefix(40))..." : id
      let meant = Spelling.nearest(to: id, among: context.eventIDs).map { " Did you mean \($0)?" } ?? ""
      self.init(ErrorCatalogue.eventNotFound, "There is no event \(shown);\(meant) this sandbox has \(known).")
    case .notTransactable(let event):
      self.init(ErrorCatalogue.notTransactable, "Event \(event) exists but is not sold through the API.")
    case .notYetOnSale(let opens):
      self.init(ErrorCatalogue.notOnSale, "The sale opens at \(opens.rfc3339); it is \(now.rfc3339) in this sandbox.")
    case .offSale(let since):
      self.init(ErrorCatalogue.notOnSale, "The sale ended at \(since.rfc3339); it is \(now.rfc3339) in this sandbox.")
    case .captchaMissing:
      self.init(ErrorCatalogue.unauthorized, "This event requires a captcha: send its solution as token.")
    case .captchaInvalid(let usedBefore):
      self.init(
        ErrorCatalogue.invalidCaptcha,
        usedBefore
          ? "This captcha token was used before." : "Captcha tokens that begin with \"invalid\" are refused.")
    case .ticketLimit(let limit, let asked):
      let count = asked == .max ? "more tickets than can be counted" : "\(asked) tickets"
      self.init(ErrorCatalogue.ticketLimit, "The event allows \(limit) tickets per cart; \(count) were requested.")
    case .noTicketType(let id, let available):
      self.init(
        ErrorCatalogue.noTicketTypes,
        "Ticket type \(id) is not on sale here; the event has \(available.joined(separator: ", ")).")
    case .noOffer(let type, let asked):
      self.init(ErrorCatalogue.noTicketTypes, "Ticket type \(type) is not sold at \(asked).")
    case .granularPricing(let event, let level):
      self.init(
        ErrorCatalogue.noTicketTypes,
        "price.id is \(level), but event \(event) has granular pricing and no price levels: narrow the face value with "
          + "seat_price_low and seat_price_high.")
      decision = .reserveGranular
    case .passwordNeeded(let type, let wasGiven):
      self.init(
        ErrorCatalogue.noTicketTypes,
        (wasGiven
          ? "The password in reserve matches no offer of ticket type \(type) for these seats."
          : "All matching offers of ticket type \(type) are protected, and no password was sent.")
          + " Send the password that shows them in availability as reserve.password: the documents say that reserve "
          + "needs it, but not under which name, so the name is WillCall's.")
      decision = .reservePassword
    case .noInventory(let reason):
      self.init(ErrorCatalogue.noInventory, Self.sentence(reason))
      if case .outsidePriceRange = reason { decision = .reservePriceRange }
    case .invalidCart(let id, let fate):
      self.init(ErrorCatalogue.invalidCart, Self.sentence(id, fate, now: now, context: context))
    case .invalidDelivery(let id, let available):
      self.init(
        ErrorCatalogue.invalidDelivery,
        "There is no delivery option \(id); this cart offers \(available.joined(separator: ", ")).")
    case .amountDiffers(let expected, let found):
      self.init(
        ErrorCatalogue.paymentNotAccepted, "amount is \(found), but the cart's totals.grand is \(expected).")
    case .accountRequired:
      self.init(
        ErrorCatalogue.invalidInput,
        "/payment/third_party_account_id: expected 1 to 100 characters for a SafeTix event, found nothing")
    case .payment(let verdict):
      self.init(verdict.entry, verdict.sentence)
    case .unpaid(let amount):
      self.init(ErrorCatalogue.unpaid, "The cart is not paid: \(amount) is still due. Nothing has changed.")
    }
    self.refusal = refusal
  }

  private static func sentence(_ reason: Refusal.NoInventory) -> String {
    switch reason {
    case .exactSeatsTaken(let notHad):
      "\(notHad.sentence) No other seats were given, because accept_best_available is false."
    case .tooFewFree(let free):
      free == 0
        ? "No seat that matches the request is free." : "Only \(free) of the seats that match the request are free."
    case .notTogether(let restrictsSingles):
      restrictsSingles
        ? "Enough seats are free, but any that are together would strand a single seat (restrictSingle)."
        : "Enough seats are free, but not next to each other."
    case .outsidePriceRange(let type, let prices):
      "No seat costs from seat_price_low to seat_price_high; face values of ticket type \(type) are "
        + "\(prices.prefix(20).map { "\($0)" }.joined(separator: ", "))."
    case .unknownArea(let id, let available):
      available.isEmpty
        ? "There is no area \(id); the event has none."
        : "There is no area \(id); the event has \(available.map(String.init).joined(separator: ", "))."
    }
  }

  private static func sentence(_ id: String, _ fate: CartFate, now: Instant, context: RefusalContext) -> String {
    func ago(_ instant: Instant) -> String {
      let seconds = (now.millisecondsSinceEpoch - instant.millisecondsSinceEpoch) / 1000
      return "\(seconds) s ago, at \(instant.rfc3339)"
    }
    switch fate {
    case .expired(let at): return "The hold of cart \(id) ran out \(ago(at))."
    case .committed(let at, let number): return "Cart \(id) was bought \(ago(at)), as order \(number)."
    case .deleted(let at): return "Cart \(id) was deleted \(ago(at))."
    case .otherEvent(let event): return "Cart \(id) belongs to event \(event)."
    case .unknown:
      let hint =
        id.contains(" ") ? " It contains a space: was a + in the query not percent-encoded?" : ""
      let evicted =
        context.sandboxWasEvicted
        ? " This key's sandbox was dropped because it was the least recently used one." : ""
      return "This sandbox has no cart \(id).\(hint)\(evicted)"
    }
  }
}

/// What the diagnosis of a refusal depends on, apart from the refusal itself.
package struct RefusalContext {
  /// The events of the sandbox.
  let eventIDs: [String]
  /// Whether an earlier sandbox of the same key was evicted.
  let sandboxWasEvicted: Bool

  /// Makes a context from its parts.
  package init(eventIDs: [String], sandboxWasEvicted: Bool) {
    self.eventIDs = eventIDs
    self.sandboxWasEvicted = sandboxWasEvicted
  }
}
