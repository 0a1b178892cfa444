import Determinism
import EventCatalogue
public import JSONText

extension BoxOffice {
  /// Writes the whole state as one JSON object, which ``init(restoring:catalogue:seed:)`` reads.
  ///
  /// Seats are named as on tickets, so that the text is readable; which seats are held or sold follows from the carts
  /// and orders. Scenarios' adjustments and the catalogue are not part of it.
  ///
  /// Complexity: O(carts + orders).
  public func export(into writer: inout JSONWriter) {
    writer.object { office in
      office.string("startedAt", startedAt.rfc3339)
      office.object("counters") { counters in
        counters.integer("carts", cartCount)
        counters.integer("orders", orderCount)
        counters.integer("tickets", ticketCount)
      }
      office.array("carts") { list in
        for cart in carts.values.sorted(by: { $0.number < $1.number }) { Self.write(cart, into: &list) }
      }
      office.array("deadCarts") { list in
        for (id, fate) in deadCarts.entries { Self.write(id.text, fate, into: &list) }
      }
      office.array("usedCaptchas") { list in
        for (digest, _) in usedCaptchas.entries { list.string(digest.text) }
      }
      office.array("orders") { list in
        for order in book.orders { Self.write(order, into: &list) }
      }
      office.key("cards")
      cards.export(into: &office)
    }
  }

  private static func write(_ cart: Cart, into writer: inout JSONWriter) {
    writer.object { object in
      object.string("id", cart.id)
      object.integer("number", cart.number)
      object.string("event", cart.event.id)
      object.string("createdAt", cart.createdAt.rfc3339)
      object.string("expiresAt", cart.expiresAt.rfc3339)
      object.bool("holdWasRaised", cart.holdWasRaised)
      object.string("shipping", cart.shippingOption.id)
      if let payment = cart.payment { object.object("payment") { write(payment, into: &$0) } }
      object.array("items") { items in
        for item in cart.items { items.object { write(item, of: cart.event, into: &$0) } }
      }
    }
  }

  private static func write(_ item: Cart.Item, of event: Event, into object: inout JSONWriter) {
    let row = event.layout.rows[item.block.row]
    object.string("section", row.section)
    object.string("row", row.row)
    object.array("seats") { seats in
      for place in item.block.places.joined() { seats.integer(row.seatNumber(at: place)) }
    }
    object.array("tickets") { list in
      for tickets in item.tickets {
        let offer = event.description.offers[tickets.offer]
        list.object { ticket in
          ticket.string("type", event.description.ticketTypes[offer.ticketType].id)
          ticket.integer("quantity", tickets.quantity)
        }
      }
    }
  }

  private static func write(_ payment: Payment, into object: inout JSONWriter) {
    object.string("type", payment.type)
    object.decimal("amount", hundredths: payment.amount.hundredths)
    if let account = payment.account { object.string("account", account) }
    if let email = payment.email { object.string("email", email) }
    guard let card = payment.card else { return }
    object.object("card") { object in
      object.string("issuer", card.issuer)
      object.string("lastFour", String(card.number.suffix(4)))
      object.integer("expireMonth", card.expireMonth)
      object.integer("expireYear", card.expireYear)
    }
  }

  private static func write(_ id: String, _ fate: CartFate, into writer: inout JSONWriter) {
    func object(_ name: String, at instant: Instant, order: String? = nil) {
      writer.object { object in
        object.string("id", id)
        object.string("fate", name)
        object.string("at", instant.rfc3339)
        if let order { object.string("order", order) }
      }
    }
    switch fate {
    case .expired(let at): object("expired", at: at)
    case .deleted(let at): object("deleted", at: at)
    case .committed(let at, let number): object("committed", at: at, order: number)
    case .otherEvent, .unknown: break  // never remembered
    }
  }

  private static func write(_ order: Order, into writer: inout JSONWriter) {
    writer.object { object in
      object.string("number", order.number)
      object.string("token", order.token)
      if let cart = order.cartID { object.string("cart", cart) }
      object.string("event", order.event.id)
      if let account = order.account { object.string("account", account) }
      object.string("customerEmail", order.customerEmail)
      object.string("thirdPartySource", order.thirdPartySource)
      if let source = order.sourceAccountID { object.string("sourceAccount", source) }
      object.array("options") { options in
        for option in order.options {
          options.object {
            $0.integer("number", option.number)
            $0.string("description", option.description)
          }
        }
      }
      object.string("carrier", order.carrier)
      object.string("serviceLevel", order.serviceLevel)
      object.string("deliveryDescription", order.deliveryDescription)
      object.string("placedAt", order.placedAt.rfc3339)
      object.decimal("grandTotal", hundredths: order.grandTotal.hundredths)
      object.bool("voided", order.isVoided)
      object.array("tickets") { list in
        for ticket in order.tickets { list.object { write(ticket, of: order.event, into: &$0) } }
      }
    }
  }

  private static func write(_ ticket: Ticket, of event: Event, into object: inout JSONWriter) {
    object.string("barcode", ticket.barcode)
    object.string("seatId", ticket.seatID)
    object.string("section", ticket.section)
    object.string("row", ticket.row)
    object.string("seat", ticket.seatName)
    object.string("portal", ticket.portal)
    if let type = ticket.type { object.string("type", event.description.ticketTypes[type].id) }
    object.decimal("price", hundredths: ticket.charges.price.hundredths)
    object.decimal("distance", hundredths: ticket.charges.distance.hundredths)
    object.decimal("facility", hundredths: ticket.charges.facility.hundredths)
    object.decimal("service", hundredths: ticket.charges.service.hundredths)
    object.decimal("tax", hundredths: ticket.charges.tax.hundredths)
    // A string, because the label has 64 bits and most JSON readers keep only 53.
    object.string("label", String(ticket.seedLabel))
  }
}
