package import BoxOffice
package import Determinism
import EventCatalogue
package import JSONText

extension CartWire {
  /// Writes `{cart_id, cart}` as of an instant.
  package static func write(_ subject: Cart, at now: Instant, into writer: inout JSONWriter) {
    let sums = subject.totals
    let currency = subject.event.description.currency
    writer.object { body in
      body.string(cartID, subject.id)
      body.object(cart) { cart in
        cart.array(items) { writeItems(subject, sums, currency, into: &$0) }
        cart.object(totals) { totals in
          totals.string(currencyCode, currency)
          totals.money(delivery, sums.delivery)
          totals.money(fee, sums.fee)
          totals.money(grand, sums.grand)
          totals.money(merchandise, sums.merchandise)
          totals.money(tax, sums.tax)
          totals.money(unpaid, sums.unpaid)
          totals.money(upsell, .zero)
        }
        if let payment = subject.payment {
          cart.array(payments) { writePayment(payment, into: &$0) }
        } else if subject.holdWasRaised {
          cart.array(payments) { _ in }
        }
        cart.integer(holdTime, subject.holdTime(at: now))
      }
    }
  }

  /// The ticket items, then processing, then delivery; the documents print the ids 1, 2 and 4, with a gap.
  private static func writeItems(
    _ subject: Cart, _ sums: CartTotals, _ currency: String, into writer: inout JSONWriter
  ) {
    for (index, item) in subject.items.enumerated() {
      writer.object { entry in
        write(item, number: index + 1, event: subject.event, sums: sums.items[index], into: &entry)
      }
    }
    let count = subject.items.count
    writer.object { entry in
      entry.string(type, "processing")
      entry.integer(id, count + 1)
      write(sums.processing, currency, into: &entry)
    }
    let option = subject.shippingOption
    writer.object { entry in
      entry.string(type, "delivery")
      entry.integer(id, count + 3)
      write(sums.deliveryItem, currency, into: &entry)
      entry.string(carrier, option.carrier)
      entry.string(serviceLevel, option.serviceLevel)
      entry.object(deliveryDescription) { words in
        words.string(long, option.longDescription)
        words.string(short, option.shortDescription)
        words.string(eta, option.eta)
      }
      entry.bool(requiresAddress, option.requiresAddress)
    }
  }

  private static func write(
    _ item: Cart.Item, number: Int, event: Event, sums: ItemTotals, into entry: inout JSONWriter
  ) {
    let seatRow = event.layout.rows[item.block.row]
    let isGeneral = seatRow.seating == .general
    entry.string(type, "ticket")
    entry.integer(id, number)
    entry.array(areas) { list in
      for place in seatRow.areas {
        let area = event.description.areas[place]
        list.object { entry in
          entry.string(areaDescription, area.description)
          entry.integer(areaID, area.id)
        }
      }
    }
    entry.array(tickets) { list in
      for tickets in item.tickets { list.object { write(tickets, event: event, into: &$0) } }
    }
    entry.bool(ga, isGeneral)
    write(sums, event.description.currency, into: &entry)
    entry.string(eventID, event.id)
    entry.integer(numSeats, item.block.count)
    entry.integer(xNum, seatRow.xNumber)
    entry.integer(xNumber, seatRow.xNumber)
    if !isGeneral { entry.string(row, seatRow.row) }
    entry.string(section, seatRow.section)
    if !isGeneral {
      entry.string(startSeatNumber, String(seatRow.seatNumber(at: item.block.firstPlace)))
      entry.string(endSeatNumber, String(seatRow.seatNumber(at: item.block.lastPlace)))
    }
    entry.bool(isGA, isGeneral)
    if isGeneral {
      entry.object(view) { _ in }
      entry.object(transfer) { $0.bool(isEligible, event.description.entry.isSafeTix) }
    }
  }

  private static func write(_ tickets: Cart.Tickets, event: Event, into entry: inout JSONWriter) {
    let offer = event.description.offers[tickets.offer]
    let ticketType = event.description.ticketTypes[offer.ticketType]
    entry.string(ticketDescription, ticketType.description)
    entry.string(ticketID, ticketType.id)
    entry.integer(quantity, tickets.quantity)
    entry.string(inventoryType, "PRIMARY")
    entry.array(charges) { list in
      for (name, charge) in [
        ("distance", offer.distance), ("facility", offer.facility), ("face_value", offer.face),
        ("service", offer.service),
      ] {
        list.object { entry in
          entry.money(price, charge.price)
          entry.string(chargeType, name)
          entry.integer(quantity, tickets.quantity)
          entry.money(tax, charge.tax)
        }
      }
    }
  }

  private static func write(_ sums: ItemTotals, _ currency: String, into entry: inout JSONWriter) {
    entry.object(itemTotals) { totals in
      totals.string(currencyCode, currency)
      totals.money(fee, sums.fee)
      totals.money(grand, sums.grand)
      totals.money(merchandise, sums.merchandise)
      totals.money(tax, sums.tax)
    }
  }

  private static func writePayment(_ payment: Payment, into writer: inout JSONWriter) {
    writer.object { entry in
      entry.integer(id, 1)
      entry.string(paymentID, "1")
      entry.string(paymentType, payment.type)
      entry.money(paymentAmount, payment.amount)
      guard let masked = payment.card else { return }
      entry.object(card) { card in
        card.integer(expireMonth, masked.expireMonth)
        card.integer(expireYear, masked.expireYear)
        card.string(issuer, masked.issuer)
        card.string(cardNumber, masked.number)
      }
    }
  }
}
