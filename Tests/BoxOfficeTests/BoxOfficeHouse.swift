import BoxOffice
import Determinism
import EventCatalogue

/// What every run begins with: the catalogue, some of its events, and their seats at the opening.
struct BoxOfficeHouse: Sendable {
  static let start = Instant(secondsSinceEpoch: 1_780_371_000)

  /// Few seats and a limit, many prices, general admission, paper tickets, tokens that come later.
  private static let eventIDs = [
    "3F0011A100000006", "3F00CAD000000007", "3F006E0A00000003", "3F00BA2C00000002", "3F00DE1A00000001",
  ]

  let catalogue: Catalogue
  let events: [Event]
  let maps: [SeatMap]
  let seats: [[BoxOfficeModel.SeatState]]
  /// How many orders there are before anybody buys.
  let orderCount: Int

  init() throws {
    catalogue = try CatalogueBundle.catalogue()
    var office = BoxOffice(catalogue: catalogue, seed: 0, startedAt: Self.start)
    events = try Self.eventIDs.map { id throws(Refusal) in try office.event(id) }
    maps = events.map { office.seatMap(of: $0, now: Self.start) }
    seats = zip(events, maps).map { event, map in
      (0..<event.layout.seatCount).map { map.isFree($0) ? .free : .sold }
    }
    orderCount = office.orders.count
  }
}
