public import Determinism
public import EventCatalogue

extension BoxOffice {
  /// Buys a paid cart: its seats become sold, and the cart is gone.
  ///
  /// - Parameters:
  ///   - source: the partner that sold it, as orders print it.
  ///   - sourceAccountID: the partner's own reference, as the list of unredeemed orders prints it.
  /// - Throws: ``Refusal/invalidCart(id:fate:)``, ``Refusal/unpaid(_:)``; the cart is untouched in that case.
  public mutating func commit(
    cartID: String, event: Event, source: String, sourceAccountID: String? = nil, now: Instant
  ) throws(Refusal) -> Order {
    try checkTransactable(event)
    let cart = try cart(cartID, event: event, now: now)
    let totals = cart.totals
    guard let payment = cart.payment, totals.unpaid == .zero else { throw .unpaid(totals.unpaid) }
    withMap(at: cart.eventPlace) { map, layout in
      for item in cart.items { map.sell(item.block, layout: layout) }
    }
    let (number, token) = nextOrder(host: event.description.host)
    let isSafeTix = event.description.entry.isSafeTix
    let option = cart.shippingOption
    let order = Order(
      number: number, token: token, cartID: cart.id, event: event, account: payment.account,
      customerEmail: payment.email ?? "", thirdPartySource: source, options: [], carrier: option.carrier,
      serviceLevel: isSafeTix ? "SAFETIX" : option.serviceLevel,
      deliveryDescription: isSafeTix ? Self.safeTixDescription : option.shortDescription, placedAt: now,
      grandTotal: totals.grand, tickets: tickets(of: cart), sourceAccountID: sourceAccountID)
    book.add(order)
    end(cart, as: .committed(at: now, orderNumber: order.number))
    return order
  }

  /// The next order's number and token, which no other order has, not even one from a fixture or an import.
  private mutating func nextOrder(host: String) -> (number: String, token: String) {
    while true {
      orderCount += 1
      let number = identifiers.orderNumber(orderCount, host: host)
      let token = identifiers.orderToken(orderCount)
      if book.find(.number(number)) == nil, book.find(.token(token)) == nil { return (number, token) }
    }
  }

  /// The next ticket's barcode, which no other ticket has.
  private mutating func nextBarcode() -> String {
    while true {
      ticketCount += 1
      let barcode = identifiers.barcode(ticket: ticketCount)
      if book.ticket(barcode: barcode) == nil { return barcode }
    }
  }

  /// Finds an order.
  public func order(_ selector: OrderSelector) -> Order? {
    book.find(selector).map { book.orders[$0] }
  }

  /// All orders, oldest first.
  public var orders: [Order] { book.orders }

  /// How many orders there are.
  public var placedOrderCount: Int { book.orders.count }

  /// Finds a ticket and its order.
  public func ticket(barcode: String) -> (order: Order, ticket: Ticket)? {
    book.ticket(barcode: barcode).map { (book.orders[$0.order], book.orders[$0.order].tickets[$0.ticket]) }
  }

  /// Finds a ticket by the number that identifies it when seeded values are made.
  ///
  /// Complexity: O(tickets).
  public func ticket(seedLabel: UInt64) -> (order: Order, ticket: Ticket)? {
    for order in book.orders {
      if let ticket = order.tickets.first(where: { $0.seedLabel == seedLabel }) { return (order, ticket) }
    }
    return nil
  }

  /// Voids an order: its tickets no longer admit.
  ///
  /// - Returns: whether the order exists.
  public mutating func void(_ selector: OrderSelector) -> Bool {
    guard let place = book.find(selector) else { return false }
    book.void(place)
    return true
  }

  static let safeTixDescription = "SafeTix Rotating Entry Token"

  private mutating func tickets(of cart: Cart) -> [Ticket] {
    let event = cart.event
    var tickets: [Ticket] = []
    for item in cart.items {
      let row = event.layout.rows[item.block.row]
      var offers = item.tickets.flatMap { Array(repeating: $0.offer, count: $0.quantity) }[...]
      for seat in item.block.seats(in: event.layout).joined() {
        guard let offer = offers.popFirst().map({ event.description.offers[$0] }) else { break }
        let barcode = nextBarcode()
        let number = row.seatNumber(at: seat - event.layout.firstSeats[item.block.row])
        tickets.append(
          Ticket(
            barcode: barcode,
            seatID: identifiers.seatID(event: event, seat: seat), section: row.section, row: row.row,
            seatName: String(number), portal: row.portal, isGeneralAdmission: row.seating == .general,
            type: offer.ticketType,
            charges: Ticket.Charges(
              price: offer.face.price, distance: offer.distance.price, facility: offer.facility.price,
              service: offer.service.price, tax: offer.tax),
            seedLabel: ticketCount))
      }
    }
    return tickets
  }

  /// Whether Order Management may give out an order's tokens at an instant.
  public func delivery(of order: Order, at now: Instant) -> TokenDelivery {
    guard order.event.description.entry.isSafeTix else { return .notSecure }
    guard let delay = terms(of: order.event).delayDelivery else { return .immediate }
    let release = instant(of: delay.release, event: order.event, orderedAt: order.placedAt)
    return now < release ? .delayed(until: release, style: delay.style) : .released(since: release)
  }

  func instant(of release: DelayDelivery.Release, event: Event, orderedAt: Instant) -> Instant {
    let zone = event.description.venue.zone
    let midnight = CivilTime(hour: 0, minute: 0, second: 0)
    switch release {
    case .date(let date): return zone.instant(of: CivilDateTime(date: date, time: midnight))
    case .instant(let instant): return instant
    case .afterOrder(let duration): return orderedAt + duration
    case .beforeEvent(let duration): return dates(of: event).start - duration
    case .daysAfterStart(let days):
      let day = zone.local(startedAt).date.adding(days: days)
      return zone.instant(of: CivilDateTime(date: day, time: midnight))
    }
  }

  /// Adds a sold order from the catalogue; called when the box office is opened.
  mutating func addSoldOrder(_ sold: SoldOrder) {
    guard let place = catalogue.place(ofEvent: sold.eventID) else { return }
    let event = catalogue.events[place]
    let orderedAt = startedAt - .seconds(86_400 * sold.orderedDaysBefore)
    var tickets: [Ticket] = []
    var total = Money.zero
    for ticket in sold.tickets {
      guard let seat = event.layout.seat(section: ticket.section, row: ticket.row, number: ticket.seat) else {
        continue
      }
      withMap(at: place) { map, layout in map.sellDirectly(seat, layout: layout) }
      let row = event.layout.rows[event.layout.row(ofSeat: seat)]
      let charges = Ticket.Charges(
        price: ticket.price, distance: ticket.distance, facility: ticket.facility, service: ticket.service,
        tax: ticket.tax)
      total += charges.price + charges.distance + charges.facility + charges.service + charges.tax
      tickets.append(
        Ticket(
          barcode: ticket.barcode, seatID: ticket.seatID, section: ticket.section, row: ticket.row,
          seatName: String(ticket.seat), portal: ticket.portal,
          isGeneralAdmission: row.seating == .general,
          type: event.ticketType(pricedAt: ticket.price, level: row.priceLevel), charges: charges,
          seedLabel: SeededSource.fold(ticket.barcode)))
    }
    book.add(
      Order(
        number: sold.number, token: sold.token, cartID: nil, event: event, account: sold.account,
        customerEmail: sold.customerEmail, thirdPartySource: sold.thirdPartySource, options: sold.options,
        carrier: sold.carrier, serviceLevel: "SAFETIX", deliveryDescription: Self.safeTixDescription,
        placedAt: orderedAt, grandTotal: total, tickets: tickets))
  }
}
