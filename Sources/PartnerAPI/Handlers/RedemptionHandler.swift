import BoxOffice
import HTTPTypes
import HTTPWire

/// Where `redemption_url` leads: a small page, so that a demo has something to open.
enum RedemptionHandler {
  /// `GET /redeem?token=…`.
  static func page(_ call: inout Call) throws(APIError) -> Answer {
    let token = call.query.first("token") ?? ""
    guard let order = call.sandbox.withState({ $0.boxOffice.order(.token(token)) }) else {
      throw APIError(ErrorCatalogue.orderNotFound, "No sandbox has an order with this token.")
    }
    let rows = order.tickets.map { ticket in
      "<li>\(escape(ticket.section)), row \(escape(ticket.row)), seat \(escape(ticket.seatName))</li>"
    }.joined()
    let state = order.isVoided ? "<p>This order has been voided.</p>" : ""
    let page = """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8"><title>Order \(escape(order.number))</title></head>
      <body><h1>Order \(escape(order.number))</h1><p>\(escape(order.event.description.name))</p>
      \(state)<ul>\(rows)</ul>
      <p>A synthetic order of WillCall. It admits nobody.</p></body></html>
      """
    return Answer(status: .ok, body: .html(page), decision: .redemptionPage)
  }

  private static func escape(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      default: escaped.append(character)
      }
    }
    return escaped
  }
}
