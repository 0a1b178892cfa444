import BoxOffice
import EventCatalogue
import PartnerWire

/// Says which of a render request's five ticket attributes does not match, and what the sandbox has instead.
enum UnknownTicket {
  /// What is wrong, as a clause without a full stop.
  ///
  /// Complexity: O(orders) if the barcode is unknown and the seat is sold, so call it for a few tickets only.
  static func reason(_ request: SecureRenderWire.TicketRequest, in office: BoxOffice) -> String {
    if let (order, ticket) = office.ticket(barcode: request.barcode.text) {
      return "its barcode is known, but " + differences(of: request, from: ticket, of: order.event)
    }
    let barcode = "no ticket has barcode \(shown(request.barcode.text))"
    guard let event = try? office.event(request.eventID.text) else {
      return "\(barcode), and there is no event \(shown(request.eventID.text))"
    }
    let (section, row, seat) = (request.section.text, request.row.text, request.seat.text)
    if !event.layout.rows.contains(where: { $0.section == section }) {
      return "\(barcode), the event has no section \(shown(section))"
    }
    if event.layout.rows(named: SeatLayout.RowName(section: section, row: row)).isEmpty {
      return "\(barcode), section \(section) has no row \(shown(row))"
    }
    guard let number = Int(seat), event.layout.seat(section: section, row: row, number: number) != nil else {
      return "\(barcode), row \(section)/\(row) has no seat \(shown(seat))"
    }
    for order in office.orders where order.event.id == event.id {
      for ticket in order.tickets
      where ticket.section == section && ticket.row == row && ticket.seatName == seat && !order.isVoided {
        return "\(barcode), the ticket for \(section)/\(row)/\(seat) has \(ticket.barcode)"
      }
    }
    return "\(barcode), and \(section)/\(row)/\(seat) belongs to no order"
  }

  private static func differences(
    of request: SecureRenderWire.TicketRequest, from ticket: Ticket, of event: Event
  ) -> String {
    var found: [String] = []
    let isEvent =
      request.eventID.equals(event.id) || event.description.aliases.contains { request.eventID.equals($0) }
    if !isEvent { found.append("eventId is \(event.id), not \(shown(request.eventID.text))") }
    for (attribute, known) in [
      (request.section, ticket.section), (request.row, ticket.row), (request.seat, ticket.seatName),
    ] where !attribute.equals(known) {
      found.append("\(attribute.field.name) is \(known), not \(shown(attribute.text))")
    }
    return found.joined(separator: ", ")
  }

  private static func shown(_ text: String) -> String {
    text.unicodeScalars.count <= 40 ? text : "\(String(text.unicodeScalars.prefix(37)))..."
  }
}
