import EventCatalogue

/// Where the seats of an arranged order should be; without any choice, the best available.
public struct SeatChoice: Sendable, Hashable {
  /// Only this section.
  public var section: String?
  /// Only this row.
  public var row: String?
  /// Exactly these seats of the row.
  public var seats: [Int]

  /// Makes a choice.
  public init(section: String? = nil, row: String? = nil, seats: [Int] = []) {
    self.section = section
    self.row = row
    self.seats = seats
  }

  /// The first offer at the price level of the first run chosen; the event's first offer if nothing is chosen or no run
  /// matches.
  func offer(in event: Event) -> Offer? {
    let offers = event.description.offers
    let run = event.layout.rows.first { row in
      (section ?? row.section) == row.section && (self.row ?? row.row) == row.row
        && seats.allSatisfy { row.place(of: $0) != nil }
    }
    guard section != nil || row != nil, let run else { return offers.first }
    return offers.first { $0.priceLevel == run.priceLevel } ?? offers.first
  }

  /// Limits a request to what was chosen.
  func narrow(_ request: inout ReserveRequest) {
    request.acceptsBestAvailable = section == nil && row == nil && seats.isEmpty
    guard let section, let row, !seats.isEmpty else {
      request.section = section
      request.row = row
      return
    }
    request.places = seats.map {
      String(decoding: PlaceID.encode(section: section, row: row, seat: $0), as: UTF8.self)
    }
  }
}
