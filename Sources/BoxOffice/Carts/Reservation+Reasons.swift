import EventCatalogue

/// Works out why named seats are unavailable; called only when they are.
extension Reservation {
  /// The most seats or names that are examined to find the reason.
  private static let limit = 20

  /// Why the request did not get the seats it names.
  ///
  /// - Parameter levels: the price levels at which the tickets are sold.
  func seatsNotHad(levels: Set<Int>, map: SeatMap) -> SeatsNotHad {
    let reason = request.places.isEmpty ? rangeReason(levels, map) : placesReason(levels, map)
    let named: SeatsNotHad.Named =
      request.places.isEmpty
      ? .range(
        section: request.section, row: request.row, beginSeat: request.beginSeat, endSeat: request.endSeat)
      : .places(request.places)
    return SeatsNotHad(named: named, quantity: request.quantity, reason: reason)
  }

  private func placesReason(_ levels: Set<Int>, _ map: SeatMap) -> SeatsNotHad.Reason {
    var seats: [Int] = []
    for place in request.places {
      guard let seat = PlaceID.seat(place, in: event.layout) else { return .noPlace(place) }
      seats.append(seat)
    }
    if let taken = taken(seats, map) { return taken }
    let fits = seats.allSatisfy { levels.contains(event.layout.rows[event.layout.row(ofSeat: $0)].priceLevel) }
    return fits && event.description.restrictsSingles ? .strandsSingle : .otherOffers
  }

  private func rangeReason(_ levels: Set<Int>, _ map: SeatMap) -> SeatsNotHad.Reason {
    let layout = event.layout
    var runs = Array(layout.rows.indices)
    if let section = request.section {
      runs.removeAll { layout.rows[$0].section != section }
      if runs.isEmpty { return .noSection(section, known: Self.distinct(layout.rows.map(\.section))) }
    }
    if let row = request.row {
      let known = runs
      runs.removeAll { layout.rows[$0].row != row }
      if runs.isEmpty { return .noRow(row, known: Self.distinct(known.map { layout.rows[$0].row })) }
    }
    let named = numbered(runs)
    if let named, named.isEmpty, !runs.contains(where: { layout.rows[$0].seating == .general }) {
      let first = runs.map { layout.rows[$0].first }.min()
      let last = runs.map { layout.rows[$0].last }.max()
      return .noNumber(known: first.flatMap { first in last.map { first...max(first, $0) } })
    }
    if !request.areas.isEmpty {
      let areas = event.description.areas
      runs.removeAll { !layout.rows[$0].areas.contains { request.areas.contains(areas[$0].id) } }
      if runs.isEmpty { return .otherAreas }
    }
    runs.removeAll { !levels.contains(layout.rows[$0].priceLevel) }
    if runs.isEmpty { return .otherOffers }
    if let seats = numbered(runs), !seats.isEmpty {
      let free = seats.count(where: map.isFree)
      if free < request.quantity { return taken(seats, map) ?? .tooFewFree(free) }
    } else {
      let free = runs.reduce(0) { $0 + map.freeCount(inRow: $1) }
      if free < request.quantity { return .tooFewFree(free) }
    }
    return event.description.restrictsSingles ? .strandsSingle : .notTogether
  }

  /// The seats of these runs that have one of the requested numbers; `nil` if no numbers were requested.
  private func numbered(_ runs: [Int]) -> [Int]? {
    guard let numbers = seatNumbers else { return nil }
    let layout = event.layout
    return runs.filter { layout.rows[$0].seating == .reserved }.flatMap { run in
      layout.seats(ofRow: run).filter { numbers.contains(layout.rows[run].seatNumber(at: $0 - layout.firstSeats[run])) }
    }
  }

  private func taken(_ seats: [Int], _ map: SeatMap) -> SeatsNotHad.Reason? {
    let taken = seats.lazy.filter { !map.isFree($0) }.prefix(Self.limit)
    guard !taken.isEmpty else { return nil }
    return .taken(
      held: taken.filter { !map.isSold($0) }.map(name), sold: taken.filter { map.isSold($0) }.map(name))
  }

  private func name(ofSeat seat: Int) -> String {
    let row = event.layout.rows[event.layout.row(ofSeat: seat)]
    return "\(row.section)/\(row.row)/\(event.layout.number(ofSeat: seat))"
  }

  private static func distinct(_ names: [String]) -> [String] {
    var known: Set<String> = []
    return names.filter { known.insert($0).inserted }
  }
}
