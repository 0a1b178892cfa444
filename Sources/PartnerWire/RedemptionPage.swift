package import BoxOffice
package import Determinism
import EventCatalogue

/// The page of an order that `redemption_url` leads to: plain HTML, with all text from the order escaped.
package struct RedemptionPage {
  private let order: Order
  private let delivery: TokenDelivery
  private let start: Instant

  /// Makes the page of an order.
  ///
  /// - Parameters:
  ///   - delivery: whether its tickets are available now.
  ///   - start: when its event begins.
  package init(_ order: Order, delivery: TokenDelivery, start: Instant) {
    self.order = order
    self.delivery = delivery
    self.start = start
  }

  /// The page as HTML.
  package var html: String {
    let event = order.event.description
    let venue = event.venue
    let title = "Order \(HTMLText.escape(order.number))"
    let place = HTMLText.escape([venue.name, venue.city, venue.region].filter { !$0.isEmpty }.joined(separator: ", "))
    return """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
      <title>\(title)</title></head>
      <body><h1>\(title)</h1>
      <p>\(HTMLText.escape(event.name))<br>\(place)<br>\(time(start))</p>
      \(state)<table><thead><tr><th>Section</th><th>Row</th><th>Seat</th><th>Ticket type</th></tr></thead>
      <tbody>\(order.tickets.map(row).joined(separator: "\n"))</tbody></table>
      <p>A synthetic order of WillCall. It admits nobody.</p></body></html>
      """
  }

  /// What is holding the tickets back, if anything.
  private var state: String {
    if order.isVoided { return "<p>This order has been voided.</p>\n" }
    guard case .delayed(let release, _) = delivery else { return "" }
    return "<p>The tickets will be here from \(time(release)).</p>\n"
  }

  private func row(_ ticket: Ticket) -> String {
    let types = order.event.description.ticketTypes
    let cells = [ticket.section, ticket.row, ticket.seatName, ticket.type.map { types[$0].name } ?? ""]
    return "<tr>\(cells.map { "<td>\(HTMLText.escape($0))</td>" }.joined())</tr>"
  }

  /// An instant in the venue's local time.
  private func time(_ instant: Instant) -> String {
    let zone = order.event.description.venue.zone
    let local = zone.local(instant)
    let clock = "\(local.date) \("\(local.time)".prefix(5))"
    return "<time datetime=\"\(instant.rfc3339)\">\(clock)</time> (\(HTMLText.escape(zone.name)))"
  }
}
