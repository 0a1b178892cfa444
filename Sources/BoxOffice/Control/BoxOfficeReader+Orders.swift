import Determinism
import EventCatalogue
import JSONText

extension BoxOfficeReader {
  /// Adds an order.
  mutating func readOrder(_ element: JSONValue) throws(JSONMismatch) {
    var reader = try element.asObject()
    let number = try reader.required("number", "an order number")
    let token = try reader.required("token", "an order token")
    let (place, event) = try event(reader.required("event", "an event id"))
    let total = try reader.required("grandTotal", "an amount")
    var options: [SoldOrder.Option] = []
    for option in try reader.required("options", "an array").asArray() {
      var reader = try option.asObject()
      options.append(
        SoldOrder.Option(
          number: try reader.required("number", "a number").number(in: 0...99_999),
          description: try reader.shortText("description")))
      try reader.rejectUnread()
    }
    var tickets: [Ticket] = []
    var barcodes: Set<String> = []
    for ticket in try reader.required("tickets", "an array").asArray() {
      tickets.append(try readTicket(ticket, at: place, barcodes: &barcodes))
    }
    let order = Order(
      number: try number.text(), token: try token.text(), cartID: try reader.optionalShortText("cart"), event: event,
      account: try reader.optionalShortText("account"), customerEmail: try reader.shortText("customerEmail"),
      thirdPartySource: try reader.shortText("thirdPartySource"), options: options,
      carrier: try reader.shortText("carrier"), serviceLevel: try reader.shortText("serviceLevel"),
      deliveryDescription: try reader.shortText("deliveryDescription"),
      placedAt: try reader.required("placedAt", Self.instant).instant(),
      grandTotal: try total.total(), tickets: tickets, sourceAccountID: try reader.optionalShortText("sourceAccount"),
      isVoided: try reader.required("voided", "true or false").flag())
    try reader.rejectUnread()
    guard office.book.find(.number(order.number)) == nil else { throw number.unfit("a number that no other order has") }
    guard office.book.find(.token(order.token)) == nil else { throw token.unfit("a token that no other order has") }
    if let cart = order.cartID {
      guard !office.book.has(cart: cart) else {
        throw element.mismatch(expected: "a cart that no other order came from", found: cart)
      }
      try checkCounters(of: order, element)
    }
    guard sums(of: order).contains(order.grandTotal) else {
      throw total.unfit("the sum of the tickets' charges, and of processing and delivery if it came from a cart")
    }
    office.book.add(order)
  }

  /// Checks that orders placed here are within the counters; fixtures may number their orders as they like.
  private func checkCounters(of order: Order, _ element: JSONValue) throws(JSONMismatch) {
    guard Identifiers.count(ofOrderNumber: order.number) <= office.orderCount else {
      throw element.mismatch(
        expected: "a number within the counter orders, \(office.orderCount)", found: order.number)
    }
    let counts = order.tickets.map { office.identifiers.count(ofBarcode: $0.barcode) }
    guard let most = counts.max(), most > office.ticketCount else { return }
    throw element.mismatch(
      expected: "barcodes within the counter tickets, \(office.ticketCount)", found: "one of ticket \(most)")
  }

  /// The possible totals of an order: only its tickets if it is in the catalogue, else with processing and delivery.
  private func sums(of order: Order) -> [Money] {
    let tickets = order.tickets.reduce(Money.zero) { sum, ticket in
      let its = ticket.charges
      return sum + its.price + its.distance + its.facility + its.service + its.tax
    }
    guard order.cartID != nil else { return [tickets] }
    let description = order.event.description
    let processed = tickets + description.processing.price + description.processing.tax
    return description.shippingOptions.map { processed + $0.fee }
  }

  private mutating func readTicket(
    _ element: JSONValue, at place: Int, barcodes: inout Set<String>
  ) throws(JSONMismatch) -> Ticket {
    var reader = try element.asObject()
    let barcode = try reader.required("barcode", "a barcode")
    let digits = try barcode.ascii(12...18, "12 to 18 digits", EventReader.isDigit)
    guard office.book.ticket(barcode: digits) == nil, barcodes.insert(digits).inserted else {
      throw barcode.unfit("a barcode that no other ticket has")
    }
    let section = try reader.string("section")
    let row = try reader.string("row")
    let name = try reader.required("seat", "a seat")
    let seat = try free(name, section: section, row: row, at: place)
    let label = try reader.required("label", "a number as a string")
    guard let seedLabel = label.string.flatMap({ UInt64($0) }) else { throw label.unfit("a number as a string") }
    let event = office.catalogue.events[place]
    let house = event.layout.rows[event.layout.row(ofSeat: seat)]
    let charges = Ticket.Charges(
      price: try reader.required("price", "an amount").total(),
      distance: try reader.required("distance", "an amount").total(),
      facility: try reader.required("facility", "an amount").total(),
      service: try reader.required("service", "an amount").total(),
      tax: try reader.required("tax", "an amount").total())
    // Exports from before tickets had a type do not state one.
    let type =
      if let id = reader.optionalValue("type") { try Self.ticketType(id, of: event) } else {
        event.ticketType(pricedAt: charges.price, level: house.priceLevel)
      }
    let ticket = Ticket(
      barcode: digits, seatID: try reader.shortText("seatId"), section: section, row: row,
      seatName: try name.text(),
      portal: try reader.shortText("portal"),
      isGeneralAdmission: house.seating == .general, type: type, charges: charges, seedLabel: seedLabel)
    try reader.rejectUnread()
    office.withMap(at: place) { map, layout in map.sellDirectly(seat, layout: layout) }
    return ticket
  }

  /// The place of a ticket type in an event's description.
  private static func ticketType(_ id: JSONValue, of event: Event) throws(JSONMismatch) -> Int {
    guard let type = event.description.ticketTypes.firstIndex(where: { id.stringEquals($0.id) }) else {
      throw id.unfit("a ticket type of the event")
    }
    return type
  }
}
