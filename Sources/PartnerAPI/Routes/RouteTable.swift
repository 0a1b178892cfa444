import HTTPTypes
import HTTPWire

/// The one table of all routes.
///
/// The hosts do not matter, and neither does the environment: every prefix of an endpoint serves the same.
enum RouteTable {
  private static let partners = ["/partners/v1", "/partners-preprod/v1", "/partners-sandbox/v1"]
  private static let marketplaces = ["/marketplace/v1", "/marketplace-staging/v1"]

  static let routes: [PartnerRoute] = [
    partner(.eventsList, .get, "/events", EventsHandlers.list),
    partner(.eventsID, .get, "/events/{event_code}/{event_host}/id", EventsHandlers.id),
    partner(.eventDetails, .get, "/events/{event_id}", EventsHandlers.details),
    partner(.tracking, .get, "/tracking", TrackingHandler.pixel),
    partner(.captcha, .get, "/captcha", CaptchaHandler.challenge),
    partner(.availability, .get, "/events/{event_id}/availability", EventsHandlers.availability),
    partner(.cartReserve, .post, "/events/{event_id}/cart", CartHandlers.reserve),
    partner(.cartCommit, .put, "/events/{event_id}/cart", CartHandlers.commit),
    partner(.cartDelete, .delete, "/events/{event_id}/cart", CartHandlers.delete),
    partner(.cartShippingList, .get, "/events/{event_id}/cart/shipping", ShippingHandlers.list),
    partner(.cartShippingSet, .put, "/events/{event_id}/cart/shipping", ShippingHandlers.set),
    partner(.cartPayment, .put, "/events/{event_id}/cart/payment", PaymentHandlers.pay),
    partner(.cartPayment, .post, "/events/{event_id}/cart/payment", PaymentHandlers.payByPost),
    partner(.ordersGet, .get, "/orders", OrderHandlers.get),
    partner(.ordersOpen, .post, "/orders", OrderHandlers.open),
    partner(.ordersUnredeemed, .get, "/orders/unredeemed", OrderListHandlers.unredeemed),
    partner(.ordersStatus, .get, "/status", OrderListHandlers.status),
    partner(.claimLink, .get, "/claim-link", OrderListHandlers.claimLink),
    partner(.refund, .post, "/refund", RefundHandlers.refund),
    partner(.refundBatch, .put, "/refund", RefundHandlers.batch),
    partner(.refundStatus, .get, "/refund/{id}", RefundHandlers.status),
    PartnerRoute(
      operation: .polling, method: .get, patterns: partners.map { $0 + "/polling-status" },
      access: .poll(parameter: nil), handler: PollingHandlers.status),
    PartnerRoute(
      operation: .polling, method: .get, patterns: partners.flatMap { prefix in oldPollings.map { prefix + $0 } },
      access: .poll(parameter: "token"), handler: PollingHandlers.olderStatus, presentForm: "GET /polling-status"),
    PartnerRoute(
      operation: .secureRender, method: .post, patterns: marketplaces.map { $0 + "/securerender" }, access: .key,
      handler: SecureRenderHandler.render),
    PartnerRoute(
      operation: .safeTixConfig, method: .get, patterns: ["/safetix/configuration/v1/config"], access: .clock,
      handler: SafeTixConfigHandler.config),
    PartnerRoute(
      operation: .redemption, method: .get, patterns: ["/redeem"], access: .open, handler: RedemptionHandler.page),
    old(.eventDetails, .get, "/event/{event_id}", EventsHandlers.details, now: "GET /events/{event_id}"),
    old(
      .eventsID, .get, "/events/code/{event_code}/{event_host}", EventsHandlers.id,
      now: "GET /events/{event_code}/{event_host}/id"),
    old(
      .cartReserve, .put, "/events/{event_id}/cart/tickets", CartHandlers.reserve, now: "POST /events/{event_id}/cart"),
    old(.cartPayment, .put, "/cart/payment", PaymentHandlers.payByCart, now: "PUT /events/{event_id}/cart/payment"),
    old(.cartCommit, .put, "/cart", CartHandlers.commitByCart, now: "PUT /events/{event_id}/cart"),
    old(.cartDelete, .delete, "/cart", CartHandlers.deleteByCart, now: "DELETE /events/{event_id}/cart"),
  ]

  /// What follows each prefix in polling URLs of older documents: what was asked for, and the token.
  private static let oldPollings = [
    "/polling/{token}", "/polling/{resource}/{token}", "/polling/{resource}/{verb}/{token}",
    "/polling/{resource}/{part}/{verb}/{token}",
  ]

  private static func partner(
    _ operation: Operation, _ method: HTTPRequest.Method, _ path: String,
    _ handler: @escaping @Sendable (inout Call) throws(APIError) -> Answer
  ) -> PartnerRoute {
    PartnerRoute(
      operation: operation, method: method, patterns: partners.map { $0 + path }, access: .key, handler: handler)
  }

  /// A path of older documents; it leads to the same.
  private static func old(
    _ operation: Operation, _ method: HTTPRequest.Method, _ path: String,
    _ handler: @escaping @Sendable (inout Call) throws(APIError) -> Answer, now presentForm: String
  ) -> PartnerRoute {
    var route = partner(operation, method, path, handler)
    route.presentForm = presentForm
    return route
  }

  /// The table compiled for look-up.
  ///
  /// - Throws: if two lines claim the same method and path.
  static func router() throws(RoutingError) -> Router<PartnerRoute> {
    try Router(
      routes.flatMap { route in route.patterns.map { Route(route.method, $0, route) } })
  }
}
