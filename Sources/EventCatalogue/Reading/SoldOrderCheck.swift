/// Checks sold orders against their events and against each other.
struct SoldOrderCheck {
  /// What is wrong with an order.
  struct Problem {
    let path: String
    let expected: String
    /// Whether it is due to the layout of the event.
    var isAboutSeats = false
  }

  private struct Seat: Hashable {
    let event: String
    let number: Int
  }

  private var tokens: Set<String> = []
  private var barcodes: Set<String> = []
  private var seats: Set<Seat> = []

  /// What is wrong with an order; at most one problem for each ticket.
  func problems(of order: SoldOrder, in event: Event) -> [Problem] {
    var problems: [Problem] = []
    if tokens.contains(order.token) {
      problems.append(Problem(path: "/orderToken", expected: "a token that no other order has"))
    }
    if event.description.entry.isSafeTix, order.account == nil {
      problems.append(Problem(path: "", expected: "an account, which SafeTix tickets need"))
    }
    var ownBarcodes: Set<String> = []
    var ownSeats: Set<Seat> = []
    for (place, ticket) in order.tickets.enumerated() {
      let problem = problem(of: ticket, at: "/tickets/\(place)", in: event, &ownBarcodes, &ownSeats)
      if let problem { problems.append(problem) }
    }
    return problems
  }

  private func problem(
    of ticket: SoldOrder.Ticket, at path: String, in event: Event, _ ownBarcodes: inout Set<String>,
    _ ownSeats: inout Set<Seat>
  ) -> Problem? {
    if barcodes.contains(ticket.barcode) || !ownBarcodes.insert(ticket.barcode).inserted {
      return Problem(path: "\(path)/barcode", expected: "a barcode that no other ticket has")
    }
    guard let number = event.layout.seat(section: ticket.section, row: ticket.row, number: ticket.seat) else {
      return Problem(
        path: "\(path)/seat", expected: "a seat of \(event.id) in section \(ticket.section) row \(ticket.row)",
        isAboutSeats: true)
    }
    let row = event.layout.rows[event.layout.row(ofSeat: number)]
    if row.soldElsewhere.contains(where: { $0.contains(ticket.seat) }) {
      return Problem(path: "\(path)/seat", expected: "a seat that is not sold elsewhere", isAboutSeats: true)
    }
    let seat = Seat(event: event.id, number: number)
    if seats.contains(seat) || !ownSeats.insert(seat).inserted {
      return Problem(path: "\(path)/seat", expected: "a seat that no other ticket has")
    }
    return nil
  }

  mutating func note(_ order: SoldOrder, in event: Event) {
    tokens.insert(order.token)
    for ticket in order.tickets {
      barcodes.insert(ticket.barcode)
      if let number = event.layout.seat(section: ticket.section, row: ticket.row, number: ticket.seat) {
        seats.insert(Seat(event: event.id, number: number))
      }
    }
  }
}
