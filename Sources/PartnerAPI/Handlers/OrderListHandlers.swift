import Ledger
import BoxOffice
import Determinism
import EventCatalogue
import PartnerVocabulary
import PartnerWire
import Sandboxes

/// The order calls of the newer documents, apart from Order Management.
enum OrderListHandlers {
  private static let dayLimit = UnredeemedWire.dayLimit
  private static let listLimit = 1_000

  /// `GET /orders/unredeemed`: orders bought in the last days, or for events in the next days, or both.
  static func unredeemed(_ call: inout Call) throws(APIError) -> Answer {
    let purchase = try call.queryCount(UnredeemedWire.daysFromPurchase, upTo: dayLimit)
    let event = try call.queryCount(UnredeemedWire.daysBeforeEvent, upTo: dayLimit)
    guard purchase != nil || event != nil else {
      throw APIError(ErrorCatalogue.invalidInput, "The query needs days_from_purchase or days_before_event.")
    }
    let now = call.now
    let boughtSince = purchase.map { now - .seconds(86_400 * $0) } ?? .distantPast
    let startsUntil = event.map { now + .seconds(86_400 * $0) }
    let (orders, startedAt) = call.withState { ($0.boxOffice.orders, $0.boxOffice.startedAt) }
    var starts: [ObjectIdentifier: Instant] = [:]
    var found: [(order: Order, start: Instant)] = []
    for order in orders.reversed() where !order.isVoided && order.placedAt >= boughtSince {
      let event = order.event
      let start =
        starts[ObjectIdentifier(event)]
        ?? event.description.schedule.dates(sandboxStart: startedAt, zone: event.description.venue.zone).start
      starts[ObjectIdentifier(event)] = start
      if let startsUntil, start < now || start > startsUntil { continue }
      found.append((order, start))
      if found.count == listLimit { break }
    }
    // Already in order of purchase, except those from the catalogue.
    found.sort { $0.order.placedAt > $1.order.placedAt }
    return .json(reserving: 64 + found.count * 256, decision: .unredeemed) {
      UnredeemedWire.write(found, into: &$0)
    }
  }

  /// `GET /status?token`: the redemption status of an order.
  static func status(_ call: inout Call) throws(APIError) -> Answer {
    let order = try call.order(withToken: call.requiredQuery(OrderStatusWire.token))
    call.note(order, .notSecure, hasBarcodes: false)
    return .json(decision: .orderStatus) { OrderStatusWire.write(order, into: &$0) }
  }

  /// `GET /claim-link?cart_id&event_id`: the link with which the buyer claims an order.
  static func claimLink(_ call: inout Call) throws(APIError) -> Answer {
    let cartID = try call.cartIDInQuery()
    let event = try call.event(call.requiredQuery(QueryWire.eventID))
    call.cartID = cartID
    let order = call.sandbox.withState { $0.boxOffice.order(.cart(id: cartID, eventID: event.id)) }
    guard let order else {
      throw APIError(
        ErrorCatalogue.orderNotFound,
        "This sandbox has no order that came from cart \(cartID.prefix(100)) of event \(event.id).")
    }
    let link = call.redemptionURL(of: order)
    return .json(decision: .claimLink) { ClaimLinkWire.write(link: link, into: &$0) }
  }
}

extension Call {
  /// The order with a token.
  ///
  /// - Throws: `order-not-found`.
  func order(withToken token: String) throws(APIError) -> Order {
    guard let order = sandbox.withState({ $0.boxOffice.order(.token(token)) }) else {
      throw APIError(ErrorCatalogue.orderNotFound, "This sandbox has no order with token \(token.prefix(100)).")
    }
    return order
  }

  /// The page that shows the buyer an order.
  func redemptionURL(of order: Order) -> String { "\(baseURL)/redeem?token=\(order.token)" }
}
