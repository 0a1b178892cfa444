import BoxOffice
import EventCatalogue
import HTTPTypes
import HTTPWire
import PartnerVocabulary
import PartnerWire
import Sandboxes

/// Where `redemption_url` leads: a small page, so that a demo has something to open.
enum RedemptionHandler {
  /// `GET /redeem?token=…`.
  static func page(_ call: inout Call) throws(APIError) -> Answer {
    let token = call.query.first("token") ?? ""
    guard let order = call.sandbox.withState({ $0.boxOffice.order(.token(token)) }) else {
      throw APIError(ErrorCatalogue.orderNotFound, "No sandbox has an order with this token.")
    }
    let rows = order.tickets.map { ticket in
      "<li>\(HTMLText.escape(ticket.section)), row \(HTMLText.escape(ticket.row)), seat \(HTMLText.escape(ticket.seatName))</li>"
    }.joined()
    let state = order.isVoided ? "<p>This order has been voided.</p>" : ""
    let page = """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8"><title>Order \(HTMLText.escape(order.number))</title></head>
      <body><h1>Order \(HTMLText.escape(order.number))</h1><p>\(HTMLText.escape(order.event.description.name))</p>
      \(state)<ul>\(rows)</ul>
      <p>A synthetic order of WillCall. It admits nobody.</p></body></html>
      """
    return Answer(status: .ok, body: .html(page), decision: .redemptionPage)
  }
}
