import HTTPTypes
import HTTPWire
import PartnerVocabulary

/// The table of all routes.
///
/// Neither host nor environment matters: every prefix of an endpoint serves the same routes.
package enum RouteTable {
  private static let partners = ["/partners/v1", "/partners-preprod/v1", "/partners-sandbox/v1"]
  private static let marketplaces = ["/marketplace/v1", "/marketplace-staging/v1"]

  package static let routes: [PartnerRoute] = [
    partner(.eventsList, .get, "/events", EventContracts.list, EventListHandler.list),
    partner(.eventsID, .get, "/events/{event_code}/{event_host}/id", EventContracts.id, EventsHandlers.id),
    partner(.eventDetails, .get, "/events/{event_id}", EventContracts.details, EventsHandlers.details),
    partner(.tracking, .get, "/tracking", EventContracts.tracking, TrackingHandler.pixel),
    partner(.captcha, .get, "/captcha", EventContracts.captcha, CaptchaHandler.challenge),
    partner(
      .availability, .get, "/events/{event_id}/availability", EventContracts.availability, EventsHandlers.availability),
    partner(.cartReserve, .post, "/events/{event_id}/cart", CartContracts.reserve, CartHandlers.reserve),
    partner(.cartCommit, .put, "/events/{event_id}/cart", CartContracts.commit, CartHandlers.commit),
    partner(.cartDelete, .delete, "/events/{event_id}/cart", CartContracts.delete, CartHandlers.delete),
    partner(
      .cartShippingList, .get, "/events/{event_id}/cart/shipping", CartContracts.shippingOptions, ShippingHandlers.list),
    partner(
      .cartShippingSet, .put, "/events/{event_id}/cart/shipping", CartContracts.setShipping, ShippingHandlers.set),
    partner(.cartPayment, .put, "/events/{event_id}/cart/payment", CartContracts.pay, PaymentHandlers.pay),
    partner(.cartPayment, .post, "/events/{event_id}/cart/payment", CartContracts.payByPost, PaymentHandlers.payByPost),
    partner(.certificate, .get, "/certificate", CardContracts.certificate, CertificateHandler.certificate),
    PartnerRoute(
      operation: .walletToken, method: .post, patterns: ["/wallet/v1/token"], access: .key,
      contract: CardContracts.walletToken, handler: WalletHandler.token),
    partner(.memberBillingList, .get, "/member/billing", CardContracts.listMethods, MemberBillingHandlers.list),
    partner(.memberBillingAdd, .post, "/member/billing", CardContracts.addMethod, MemberBillingHandlers.add),
    partner(.ordersGet, .get, "/orders", OrderContracts.get, OrderHandlers.get),
    partner(.ordersOpen, .post, "/orders", OrderContracts.open, OrderHandlers.open),
    partner(
      .ordersUnredeemed, .get, "/orders/unredeemed", RedemptionContracts.unredeemed, OrderListHandlers.unredeemed),
    partner(.ordersStatus, .get, "/status", RedemptionContracts.status, OrderListHandlers.status),
    partner(.claimLink, .get, "/claim-link", RedemptionContracts.claimLink, OrderListHandlers.claimLink),
    partner(.refund, .post, "/refund", RefundContracts.refund, RefundHandlers.refund),
    partner(.refundBatch, .put, "/refund", RefundContracts.batch, RefundHandlers.batch),
    partner(.refundStatus, .get, "/refund/{id}", RefundContracts.status, RefundHandlers.status),
    PartnerRoute(
      operation: .polling, method: .get, patterns: partners.map { $0 + "/polling-status" },
      access: .poll(parameter: nil), contract: PollingContracts.status, handler: PollingHandlers.status),
    PartnerRoute(
      operation: .polling, method: .get, patterns: partners.flatMap { prefix in oldPollings.map { prefix + $0 } },
      access: .poll(parameter: "token"), contract: PollingContracts.olderStatus, handler: PollingHandlers.olderStatus,
      presentForm: "GET /polling-status"),
    PartnerRoute(
      operation: .secureRender, method: .post, patterns: marketplaces.map { $0 + "/securerender" }, access: .key,
      contract: OrderContracts.render, handler: SecureRenderHandler.render),
    PartnerRoute(
      operation: .safeTixConfig, method: .get, patterns: ["/safetix/configuration/v1/config"], access: .clock,
      contract: RedemptionContracts.config, handler: SafeTixConfigHandler.config),
    PartnerRoute(
      operation: .redemption, method: .get, patterns: ["/redeem"], access: .open, contract: RedemptionContracts.page,
      handler: RedemptionHandler.page),
    old(
      .eventDetails, .get, "/event/{event_id}", EventContracts.details, EventsHandlers.details,
      now: "GET /events/{event_id}"),
    old(
      .eventsID, .get, "/events/code/{event_code}/{event_host}", EventContracts.id, EventsHandlers.id,
      now: "GET /events/{event_code}/{event_host}/id"),
    old(
      .cartReserve, .put, "/events/{event_id}/cart/tickets", CartContracts.reserve, CartHandlers.reserve,
      now: "POST /events/{event_id}/cart"),
    old(
      .cartPayment, .put, "/cart/payment", CartContracts.pay, PaymentHandlers.payByCart,
      now: "PUT /events/{event_id}/cart/payment"),
    old(
      .cartCommit, .put, "/cart", CartContracts.commit, CartHandlers.commitByCart, now: "PUT /events/{event_id}/cart"),
    old(
      .cartDelete, .delete, "/cart", CartContracts.delete, CartHandlers.deleteByCart,
      now: "DELETE /events/{event_id}/cart"),
  ]

  /// What follows each prefix in polling URLs from older documents: the call, then the token.
  private static let oldPollings = [
    "/polling/{resource}/{part}/{verb}/{token}", "/polling/{resource}/{verb}/{token}", "/polling/{resource}/{token}",
    "/polling/{token}",
  ]

  /// Whether the segments of a path begin like those of the Partner API.
  static func isPartnerPrefix(_ segments: [String]) -> Bool {
    segments.count >= 2 && partners.contains("/\(segments[0])/\(segments[1])")
  }

  private static func partner(
    _ operation: Operation, _ method: HTTPRequest.Method, _ path: String, _ contract: RouteContract,
    _ handler: @escaping @Sendable (inout Call) throws(APIError) -> Answer
  ) -> PartnerRoute {
    PartnerRoute(
      operation: operation, method: method, patterns: partners.map { $0 + path }, access: .key, contract: contract,
      handler: handler)
  }

  /// A path from older documents, for the same operation.
  private static func old(
    _ operation: Operation, _ method: HTTPRequest.Method, _ path: String, _ contract: RouteContract,
    _ handler: @escaping @Sendable (inout Call) throws(APIError) -> Answer, now presentForm: String
  ) -> PartnerRoute {
    PartnerRoute(
      operation: operation, method: method, patterns: partners.map { $0 + path }, access: .key,
      contract: contract.older(path: path, presentForm: presentForm), handler: handler, presentForm: presentForm)
  }

  /// The table compiled for look-up.
  ///
  /// - Throws: if two lines claim the same method and path.
  static func router() throws(RoutingError) -> Router<PartnerRoute> {
    try Router(
      routes.flatMap { route in route.patterns.map { Route(route.method, $0, route) } })
  }
}
