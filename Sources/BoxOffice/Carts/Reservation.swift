import EventCatalogue

/// Turns a reserve request into seats and tickets: a pure function of event and seat map.
struct Reservation {
  let event: Event
  let request: ReserveRequest

  /// A wish together with the price levels that satisfy it, best first.
  private struct Wish {
    var type: Int
    var quantity: Int
    var levels: [Int]
  }

  /// Chooses seats, best first, and says why if they are not the ones that the request named.
  ///
  /// - Throws: ``Refusal`` for unknown types and offers, too many tickets, and when nothing free matches.
  func items(map: SeatMap) throws(Refusal) -> (items: [Cart.Item], notHad: SeatsNotHad?) {
    // A list longer than the house can never be served, so its contents are not examined.
    if request.tickets.count > event.layout.seatCount { try checkQuantity() }
    let wishes = try wishes()
    try checkQuantity()
    let selection = SeatSelection(
      layout: event.layout, map: map, restrictsSingles: event.description.restrictsSingles)
    if let items = exactItems(wishes, selection) { return (items, nil) }
    guard namesSeats else { return (try bestItems(wishes, selection), nil) }
    let notHad = seatsNotHad(levels: Set(wishes.flatMap(\.levels)), map: map)
    if !request.acceptsBestAvailable { throw .noInventory(reason: .exactSeatsTaken(notHad)) }
    return (try bestItems(wishes, selection), notHad)
  }

  private func checkQuantity() throws(Refusal) {
    let limit = event.description.ticketLimit
    let quantity = request.quantity
    if limit > 0, quantity > limit { throw .ticketLimit(limit: limit, asked: quantity) }
    if quantity > event.layout.seatCount { throw .noInventory(reason: .tooFewFree(event.layout.seatCount)) }
  }

  private var namesSeats: Bool {
    !request.places.isEmpty || request.section != nil || request.row != nil || request.beginSeat != nil
      || request.endSeat != nil
  }

  private func wishes() throws(Refusal) -> [Wish] {
    var wishes: [Wish] = []
    let description = event.description
    for tickets in request.tickets {
      guard let type = description.ticketTypes.firstIndex(where: { $0.id == tickets.type }) else {
        throw .noTicketType(id: tickets.type, available: description.ticketTypes.map(\.id))
      }
      let levels = try levels(of: tickets, type: type)
      wishes.append(Wish(type: type, quantity: tickets.quantity, levels: levels))
    }
    return wishes
  }

  /// The price levels that satisfy a wish, best first.
  private func levels(of tickets: ReserveRequest.Tickets, type: Int) throws(Refusal) -> [Int] {
    let description = event.description
    if description.hasGranularPricing, let level = tickets.priceLevel {
      throw .granularPricing(event: event.id, level: level)
    }
    let matching = description.offers.filter { offer in
      offer.ticketType == type && offer.face.price == tickets.amount ?? offer.face.price
        && description.priceLevels[offer.priceLevel].id == tickets.priceLevel
          ?? description.priceLevels[offer.priceLevel].id
    }
    if matching.isEmpty {
      let level = tickets.priceLevel.map { "price level \($0)" }
      let amount = tickets.amount.map { "amount \($0)" }
      let asked = [level, amount].compactMap { $0 }.joined(separator: ", ")
      throw .noOffer(ticketType: tickets.type, asked: asked)
    }
    let open = matching.filter { $0.isOpen(to: request.password) }
    if open.isEmpty { throw .passwordNeeded(ticketType: tickets.type, wasGiven: request.password != nil) }
    let levels = open.filter { request.accepts(price: $0.face.price) }.map(\.priceLevel)
    if levels.isEmpty {
      let prices = Set(open.map(\.face.price)).sorted()
      throw .noInventory(reason: .outsidePriceRange(ticketType: tickets.type, prices: prices))
    }
    return levels.sorted()
  }

  // MARK: Seats that the request names

  private func exactItems(_ wishes: [Wish], _ selection: SeatSelection) -> [Cart.Item]? {
    if !request.places.isEmpty {
      var seats: [Int] = []
      for place in request.places {
        guard let seat = PlaceID.seat(place, in: event.layout) else { return nil }
        seats.append(seat)
      }
      guard let blocks = selection.exact(seats) else { return nil }
      return items(blocks, wishes: wishes)
    }
    guard namesSeats else { return nil }
    return together(wishes, selection, numbers: seatNumbers, section: request.section, row: request.row)
  }

  /// The seat numbers that the request allows; `nil` if it names none.
  var seatNumbers: ClosedRange<Int>? {
    guard request.beginSeat != nil || request.endSeat != nil else { return nil }
    let begin = request.beginSeat ?? 0
    return begin...max(begin, request.endSeat ?? Int.max)
  }

  // MARK: Best available

  private func bestItems(_ wishes: [Wish], _ selection: SeatSelection) throws(Refusal) -> [Cart.Item] {
    if let items = together(wishes, selection, numbers: nil, section: nil, row: nil) { return items }
    if request.areas.count > 1, let levels = commonLevels(wishes) {
      let blocks = selection.split(request.quantity, areas: areaPlaces) { place in
        SeatSelection.Filter(levels: levels, areas: [place])
      }
      if let blocks, let items = items(blocks, wishes: wishes) { return items }
    }
    let areas = event.description.areas.map(\.id)
    if let unknown = request.areas.first, !request.areas.contains(where: areas.contains) {
      throw .noInventory(reason: .unknownArea(id: unknown, available: areas))
    }
    let levels = Set(wishes.flatMap(\.levels))
    let free = levels.reduce(0) { $0 + selection.map.freeCount(atLevel: $1, layout: event.layout) }
    if free < request.quantity { throw .noInventory(reason: .tooFewFree(free)) }
    throw .noInventory(reason: .notTogether(restrictsSingles: event.description.restrictsSingles))
  }

  /// The indices of the requested areas in the description, in the order requested; unknown areas are left out.
  private var areaPlaces: [Int] {
    let areas = event.description.areas
    return request.areas.compactMap { id in areas.firstIndex { $0.id == id } }
  }

  /// Seats in one run for all the tickets or, if they ask for different price levels, in one run for each wish.
  private func together(
    _ wishes: [Wish], _ selection: SeatSelection, numbers: ClosedRange<Int>?, section: String?, row: String?
  ) -> [Cart.Item]? {
    func narrowed(_ levels: [Int]) -> SeatSelection.Filter {
      var filter = filter(levels: levels, areas: request.areas)
      filter.section = section
      filter.row = row
      filter.numbers = numbers
      return filter
    }
    if let levels = commonLevels(wishes) {
      guard let block = selection.best(request.quantity, filter: narrowed(levels)) else { return nil }
      return items([block], wishes: wishes)
    }
    var items: [Cart.Item] = []
    var rest = selection
    for wish in wishes {
      guard let block = rest.best(wish.quantity, filter: narrowed(wish.levels)),
        rest.map.hold(block, layout: event.layout),
        let more = self.items([block], wishes: [wish])
      else { return nil }
      items += more
    }
    return items
  }

  private func commonLevels(_ wishes: [Wish]) -> [Int]? {
    guard let first = wishes.first else { return nil }
    let common = first.levels.filter { level in wishes.allSatisfy { $0.levels.contains(level) } }
    return common.isEmpty ? nil : common
  }

  private func filter(levels: [Int], areas: [Int]) -> SeatSelection.Filter {
    let places =
      areas.isEmpty
      ? nil
      : Set(event.description.areas.indices.filter { areas.contains(event.description.areas[$0].id) })
    return SeatSelection.Filter(levels: levels, areas: places)
  }

  /// Deals the tickets out over the blocks in order.
  ///
  /// - Returns: `nil` if a ticket is not sold at the price level of its seat.
  private func items(_ blocks: [SeatBlock], wishes: [Wish]) -> [Cart.Item]? {
    var items: [Cart.Item] = []
    var remaining = wishes[...]
    for block in blocks {
      let level = event.layout.rows[block.row].priceLevel
      var seats = block.count
      var tickets: [Cart.Tickets] = []
      while seats > 0, var wish = remaining.first {
        let count = min(seats, wish.quantity)
        guard wish.levels.contains(level),
          let offer = event.description.offers.firstIndex(where: {
            $0.ticketType == wish.type && $0.priceLevel == level
          })
        else { return nil }
        tickets.append(Cart.Tickets(offer: offer, quantity: count))
        seats -= count
        wish.quantity -= count
        remaining = wish.quantity == 0 ? remaining.dropFirst() : [wish] + remaining.dropFirst()
      }
      guard seats == 0 else { return nil }
      items.append(Cart.Item(block: block, tickets: tickets))
    }
    return remaining.isEmpty ? items : nil
  }
}
