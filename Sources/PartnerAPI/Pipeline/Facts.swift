import BoxOffice
import EventCatalogue
import HTTPTypes
import HTTPWire
import JSONText
import PartnerVocabulary
import PartnerWire
import Scenarios

/// The facts about a request that rules can test.
struct Facts: RequestFacts {
  let operation: String
  let account: String?
  let body: JSONValue?
  private let visit: Visit
  private let events: [Event]

  /// The body of a visit's request, if it is JSON.
  static func body(of visit: Visit) -> JSONValue? {
    visit.request.body.isEmpty ? nil : try? JSONValue.parse(visit.request.body)
  }

  /// Gathers the facts of a visit.
  ///
  /// - Parameters:
  ///   - body: the result of ``body(of:)``.
  ///   - office: where events and orders are looked up.
  init(_ visit: Visit, body: JSONValue?, in office: BoxOffice) {
    self.visit = visit
    operation = visit.route.operation.rawValue
    self.body = body
    account =
      HTTPField.Name("x-user-id").flatMap { visit.request.fields[$0] }
      ?? body?["third_party_account_id"]?.string ?? body?["payment"]?["third_party_account_id"]?.string
    events = Self.events(visit, body, office)
  }

  /// The events that a request is about: that of the path, that of the order, or those of the tickets to render.
  private static func events(_ visit: Visit, _ body: JSONValue?, _ office: BoxOffice) -> [Event] {
    if let id = visit.parameters["event_id"] { return [office.catalogue.event(id)].compactMap { $0 } }
    let query = visit.request.target.query
    switch visit.route.operation {
    case .eventsID:
      let (code, host) = (visit.parameters["event_code"] ?? "", visit.parameters["event_host"] ?? "")
      return [office.catalogue.event(code: code, host: host)].compactMap { $0 }
    case .cartPayment, .cartCommit, .cartDelete:
      // Paths from older documents name no event, but the cart has one.
      let id = (body?["cart_id"] ?? body?["cartId"])?.string ?? query.first("cart_id")
      return [id.flatMap { office.event(ofCart: $0) }].compactMap { $0 }
    case .tracking, .captcha, .claimLink:
      return [query.first("event_id").flatMap { office.catalogue.event($0) }].compactMap { $0 }
    case .ordersStatus:
      return [query.first("token").flatMap { office.order(.token($0)) }?.event].compactMap { $0 }
    case .refund:
      return [query.first("order_token").flatMap { office.order(.token($0)) }?.event].compactMap { $0 }
    case .ordersGet, .ordersOpen:
      if let id = query.first("event_id") { return [office.catalogue.event(id)].compactMap { $0 } }
      let order =
        query.first("order_token").flatMap { office.order(.token($0)) }
        ?? query.first("order_number").flatMap { office.order(.number($0)) }
      return [order?.event].compactMap { $0 }
    case .secureRender:
      guard let tickets = body?["tickets"], tickets.kind == .array else { return [] }
      return tickets.elements.prefix(SecureRenderWire.ticketLimit).compactMap { ticket in
        ticket["eventId"]?.string.flatMap { office.catalogue.event($0) }
      }
    default:
      return []
    }
  }

  func concerns(event id: String) -> Bool {
    events.contains { $0.id == id || $0.description.aliases.contains(id) }
  }

  func concerns(host: String) -> Bool {
    events.contains { $0.description.host == host }
  }

  func header(_ name: String) -> String? {
    HTTPField.Name(name).flatMap { visit.request.fields[$0] }
  }
}
