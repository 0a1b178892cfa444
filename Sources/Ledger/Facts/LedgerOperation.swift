/// An operation as the ledger knows it, named as in scenarios, the journal and tests.
public enum LedgerOperation: UInt8, Sendable, CaseIterable {
  case eventsList, eventsID, eventDetails, tracking, captcha, availability, cartReserve, cartShippingList,
    cartShippingSet, cartPayment, cartCommit, cartDelete, certificate, walletToken, memberBillingList,
    memberBillingAdd, ordersOpen, ordersGet, ordersUnredeemed, ordersStatus, claimLink, refund, refundBatch,
    refundStatus, safeTixConfig, secureRender, polling, redemption

  private static let names = [
    "events.list", "events.id", "event.details", "tracking", "captcha", "availability", "cart.reserve",
    "cart.shipping.list", "cart.shipping.set", "cart.payment", "cart.commit", "cart.delete", "certificate",
    "wallet.token", "member.billing.list", "member.billing.add", "orders.open", "orders.get", "orders.unredeemed",
    "orders.status", "claim-link", "refund", "refund.batch", "refund.status", "safetix.config", "securerender",
    "polling", "redemption",
  ]

  /// The operation's name, such as `cart.reserve`.
  public var name: String { Self.names[Int(rawValue)] }

  /// Finds the operation with a name; look it up once per route, not for each request.
  public init?(name: String) {
    guard let place = Self.names.firstIndex(of: name) else { return nil }
    self.init(rawValue: UInt8(place))
  }
}
