import BoxOffice
import Determinism
import EventCatalogue
import JSONText

/// What each step does, and what must come of it.
extension BoxOfficeRun {
  mutating func take(_ step: BoxOfficeStep) throws(Difference) {
    switch step {
    case .reserve(let client, let event, let quantities, let wish):
      try reserve(client, event % events.count, quantities, wish)
    case .pay(let client, let cart, let wish):
      if let place = model.cart(cart, of: client) { try pay(place, wish) }
    case .ship(let client, let cart, let option):
      if let place = model.cart(cart, of: client) { try ship(place, option) }
    case .commit(let client, let cart):
      if let place = model.cart(cart, of: client) { try commit(place) }
    case .delete(let client, let cart):
      if let place = model.cart(cart, of: client) { try delete(place) }
    case .askForEnded(let cart):
      if !model.ended.isEmpty { try askForEnded(cart % model.ended.count) }
    case .void(let order):
      if !model.orders.isEmpty { try void(order % model.orders.count) }
    case .scan(let ticket):
      let tickets = model.tickets
      if !tickets.isEmpty { try scan(tickets[ticket % tickets.count]) }
    case .advance(let milliseconds):
      now += .milliseconds(milliseconds)
    case .advanceToEnd(let client, let cart, let isBefore):
      guard let place = model.cart(cart, of: client) else { return }
      let end = model.held[place].expiresAt - (isBefore ? .milliseconds(1) : .zero)
      now = max(now, end)
    case .restore:
      try restore()
    }
  }

  private mutating func note(_ what: String) {
    counts[what, default: 0] += 1
  }

  // MARK: Carts

  private mutating func reserve(
    _ client: Int, _ place: Int, _ quantities: [Int], _ wish: BoxOfficeStep.SeatWish
  ) throws(Difference) {
    let event = events[place]
    let types = event.description.ticketTypes
    var request = ReserveRequest(
      tickets: zip(types, quantities).map { .init(type: $0.id, quantity: $1) })
    switch wish {
    case .anywhere: break
    case .area(let number):
      let areas = event.description.areas
      if !areas.isEmpty { request.areas = [areas[number % areas.count].id] }
    case .places(let row, let first, let orBest):
      request.places = Self.places(of: event, row: row, first: first, count: request.quantity)
      request.acceptsBestAvailable = orBest
    }
    let cart: Cart
    do throws(Refusal) {
      cart = try office.reserve(request, event: event, now: now)
    } catch {
      note("refused")
      return try check(error, request, place)
    }
    note("reserved")
    let seats = cart.items.flatMap { item in
      item.block.seats(in: event.layout).flatMap { Array($0) }
    }
    guard seats.count == request.quantity, Set(seats).count == seats.count else {
      throw Difference("\(seats) for \(request.quantity) tickets")
    }
    guard seats.allSatisfy({ model.seats[place][$0] == .free }) else {
      throw Difference("some of \(seats) belong to somebody else")
    }
    guard !model.cartIDs.contains(cart.id) else { throw Difference("the id \(cart.id) is given again") }
    let held = BoxOfficeModel.HeldCart(
      id: cart.id, client: client, event: place, seats: seats, charges: try charges(cart, request),
      delivery: event.description.shippingOptions[0].fee, expiresAt: now + .seconds(300))
    model.reserve(held)
    try check(cart, held)
  }

  /// What tickets and processing cost, added up ticket by ticket.
  private func charges(_ cart: Cart, _ request: ReserveRequest) throws(Difference) -> Money {
    let description = cart.event.description
    var sum = description.processing.price + description.processing.tax
    var quantities: [String: Int] = [:]
    for item in cart.items {
      let level = cart.event.layout.rows[item.block.row].priceLevel
      for tickets in item.tickets {
        let offer = description.offers[tickets.offer]
        guard offer.priceLevel == level else { throw Difference("a ticket has the price of other seats") }
        quantities[description.ticketTypes[offer.ticketType].id, default: 0] += tickets.quantity
        for charge in [offer.face, offer.service, offer.facility, offer.distance] {
          for _ in 0..<tickets.quantity { sum += charge.price + charge.tax }
        }
      }
    }
    let asked = Dictionary(request.tickets.map { ($0.type, $0.quantity) }) { $0 + $1 }
    guard quantities == asked else { throw Difference("\(quantities) tickets for \(asked)") }
    return sum
  }

  private func check(_ refusal: Refusal, _ request: ReserveRequest, _ place: Int) throws(Difference) {
    let event = events[place]
    let limit = event.description.ticketLimit
    switch refusal {
    case .ticketLimit(limit, request.quantity) where limit > 0 && request.quantity > limit: return
    case .noInventory:
      // One ticket that may be anywhere and strand nobody fits every free seat.
      guard request.quantity == 1, request.areas.isEmpty, request.acceptsBestAvailable,
        !event.description.restrictsSingles
      else { return }
      let type = event.description.ticketTypes.firstIndex { $0.id == request.tickets[0].type }
      let levels = Set(event.description.offers.filter { $0.ticketType == type }.map(\.priceLevel))
      let isFree = model.seats[place].indices.contains { seat in
        model.seats[place][seat] == .free
          && levels.contains(event.layout.rows[event.layout.row(ofSeat: seat)].priceLevel)
      }
      if isFree { throw Difference("\(refusal), though a seat is free") }
    default: throw Difference("\(refusal)")
    }
  }

  /// Neighbouring seats of a row, the row's beginning after its end.
  private static func places(of event: Event, row: Int, first: Int, count: Int) -> [String] {
    let rows = event.layout.rows.filter { $0.seating == .reserved }
    guard !rows.isEmpty else { return [] }
    let row = rows[row % rows.count]
    guard count <= row.count else { return [] }
    return (first..<first + count).map { place in
      let number = row.seatNumber(at: place % row.count)
      return String(decoding: PlaceID.encode(section: row.section, row: row.row, seat: number), as: UTF8.self)
    }
  }

  private mutating func pay(_ place: Int, _ wish: BoxOfficeStep.PaymentWish) throws(Difference) {
    let cart = model.held[place]
    let nonce = wish == .declined ? "fake-processor-declined-visa-nonce" : "fake-valid-visa-nonce"
    let amount = wish == .oneCentTooMuch ? cart.grand + Money(hundredths: 1) : cart.grand
    do throws(Refusal) {
      let paid = try office.pay(
        PaymentInstrument(kind: .braintree, number: nonce), amount: amount, account: "client-\(cart.client)",
        email: nil, cartID: cart.id, event: events[cart.event], now: now)
      guard wish == .accepted else { throw .unknownEvent("a payment was taken that is \(wish)") }
      note("paid")
      model.pay(place, now: now)
      _ = paid
    } catch {
      switch (wish, error) {
      case (.declined, .payment), (.oneCentTooMuch, .amountDiffers(cart.grand, amount)): note("not paid")
      default: throw Difference("\(error)")
      }
    }
  }

  private mutating func ship(_ place: Int, _ option: Int) throws(Difference) {
    let cart = model.held[place]
    let options = events[cart.event].description.shippingOptions
    let chosen = options[option % options.count]
    do throws(Refusal) {
      let (found, dropped) = try office.setShipping(
        chosen.id, cartID: cart.id, event: events[cart.event], now: now)
      let drops = model.ship(place, for: chosen.fee)
      note(drops ? "payment dropped" : "shipped")
      guard dropped == drops else { throw .unknownEvent("whether the payment is dropped") }
      guard found.shippingOption.id == chosen.id else { throw .unknownEvent("the delivery option") }
    } catch {
      throw Difference("\(error)")
    }
  }

  private mutating func commit(_ place: Int) throws(Difference) {
    let cart = model.held[place]
    do throws(Refusal) {
      let order = try office.commit(cartID: cart.id, event: events[cart.event], source: "test", now: now)
      guard cart.isPaid else { throw .unknownEvent("an unpaid cart was sold") }
      let sum = order.tickets.reduce(Money.zero) { sum, ticket in
        let charges = ticket.charges
        return sum + charges.price + charges.distance + charges.facility + charges.service + charges.tax
      }
      let processing = events[cart.event].description.processing
      guard order.grandTotal == cart.grand, order.account == "client-\(cart.client)", order.cartID == cart.id,
        order.tickets.count == cart.seats.count,
        sum + processing.price + processing.tax + cart.delivery == cart.grand
      else { throw .unknownEvent("order \(order.number) is not what cart \(cart) was") }
      let barcodes = order.tickets.map(\.barcode)
      guard Set(barcodes).isDisjoint(with: model.orders.flatMap(\.barcodes)) else {
        throw .unknownEvent("a barcode of \(barcodes) is given again")
      }
      note("committed")
      model.commit(place, number: order.number, barcodes: barcodes)
    } catch {
      guard !cart.isPaid, error == .unpaid(cart.grand) else { throw Difference("\(error)") }
      note("not committed")
    }
  }

  private mutating func delete(_ place: Int) throws(Difference) {
    let cart = model.held[place]
    do throws(Refusal) {
      try office.delete(cartID: cart.id, event: events[cart.event], now: now)
    } catch {
      throw Difference("\(error)")
    }
    note("deleted")
    model.delete(place, now: now)
  }

  private mutating func askForEnded(_ place: Int) throws(Difference) {
    let (id, event, end) = model.ended[place]
    do throws(Refusal) {
      _ = try office.cart(id, event: events[event], now: now)
    } catch {
      let found: BoxOfficeModel.End? =
        switch error {
        case .invalidCart(id, .expired(let at)): .expired(at)
        case .invalidCart(id, .committed(_, let number)): .committed(number)
        case .invalidCart(id, .deleted(let at)): .deleted(at)
        default: nil
        }
      guard found == end else { throw Difference("\(error) for a cart that was \(end)") }
      return note("asked for \("\(end)".prefix { $0 != "(" })")
    }
    throw Difference("cart \(id) lives on")
  }

  // MARK: Orders

  private mutating func void(_ place: Int) throws(Difference) {
    guard office.void(.number(model.orders[place].number)) else {
      throw Difference("there is no order \(model.orders[place].number)")
    }
    note("voided")
    model.void(place)
    try checkMoney()
  }

  private mutating func scan(_ place: (order: Int, ticket: Int)) throws(Difference) {
    let expected = model.orders[place.order]
    guard let (order, ticket) = office.ticket(barcode: expected.barcodes[place.ticket]) else {
      throw Difference("ticket \(place) of \(expected.number) is unknown")
    }
    let event = events[expected.event]
    let seat = event.layout.seat(section: ticket.section, row: ticket.row, number: Int(ticket.seatName) ?? -1)
    guard order.number == expected.number, order.account == "client-\(expected.client)",
      seat == expected.seats[place.ticket]
    else { throw Difference("ticket \(ticket) of \(order.number) is not of \(expected)") }
    guard order.isVoided == expected.isVoided else { throw Difference("\(order.number) is voided or not") }
    let isDelayed = event.description.delayDelivery != nil
    switch office.delivery(of: order, at: now) {
    case .notSecure where !event.description.entry.isSafeTix: note("scanned paper")
    case .immediate where !isDelayed: note("scanned")
    case .delayed(let until, _) where isDelayed && !expected.isReleased && now < until: note("scanned too early")
    case .released(let since) where isDelayed && since <= now:
      note("scanned after release")
      model.release(place.order)
    case let delivery: throw Difference("\(delivery) for \(expected) at \(now)")
    }
  }

  // MARK: Everything

  private mutating func restore() throws(Difference) {
    var writer = JSONWriter()
    office.export(into: &writer)
    let document = writer.bytes
    do {
      office = try BoxOffice(restoring: JSONValue.parse(document), catalogue: house.catalogue, seed: seed)
    } catch {
      throw Difference("what was written cannot be read: \(error)")
    }
    var again = JSONWriter()
    office.export(into: &again)
    guard again.bytes == document else { throw Difference("what was read is not what was written") }
    note("restored")
  }
}
