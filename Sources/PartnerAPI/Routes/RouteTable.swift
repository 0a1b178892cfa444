import HTTPTypes
import HTTPWire

/// The one table of all routes.
///
/// The hosts do not matter, and neither does the environment: every prefix of an endpoint serves the same.
enum RouteTable {
  private static let partners = ["/partners/v1", "/partners-preprod/v1", "/partners-sandbox/v1"]
  private static let marketplaces = ["/marketplace/v1", "/marketplace-staging/v1"]

  static let routes: [PartnerRoute] = [
    partner(.eventsList, .get, "/events", EventContracts.list, EventsHandlers.list),
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
    PartnerRoute(
      operation: .polling, method: .get, patterns: partners.map { $0 + "/polling-status" },
      access: .poll(parameter: nil), contract: PollingContracts.status, handler: PollingHandlers.status),
    PartnerRoute(
      operation: .polling, method: .get, patterns: partners.map { $0 + "/polling/cart/tickets/PUT/{token}" },
      access: .poll(parameter: "token"), contract: PollingContracts.olderStatus, handler: PollingHandlers.olderStatus),
    PartnerRoute(
      operation: .secureRender, method: .post, patterns: marketplaces.map { $0 + "/securerender" }, access: .key,
      contract: OrderContracts.render, handler: SecureRenderHandler.render),
    PartnerRoute(
      operation: .redemption, method: .get, patterns: ["/redeem"], access: .open, contract: PollingContracts.redemption,
      handler: RedemptionHandler.page),
  ]

  private static func partner(
    _ operation: Operation, _ method: HTTPRequest.Method, _ path: String, _ contract: RouteContract,
    _ handler: @escaping @Sendable (inout Call) throws(APIError) -> Answer
  ) -> PartnerRoute {
    PartnerRoute(
      operation: operation, method: method, patterns: partners.map { $0 + path }, access: .key, contract: contract,
      handler: handler)
  }

  /// The table compiled for look-up.
  ///
  /// - Throws: if two lines claim the same method and path.
  static func router() throws(RoutingError) -> Router<PartnerRoute> {
    try Router(
      routes.flatMap { route in route.patterns.map { Route(route.method, $0, route) } })
  }
}
