extension Operation {
  /// The operations that the vendor's documents name, whether served here or not: the names that scenarios may use.
  package static let documentedNames = [
    "events.list", "events.id", "event.details", "tracking", "captcha", "certificate", "wallet.token", "availability",
    "cart.reserve", "cart.shipping.list", "cart.shipping.set", "cart.payment", "cart.commit", "cart.delete", "polling",
    "member.billing.list", "member.billing.add", "orders.open", "orders.get", "orders.unredeemed", "orders.status",
    "claim-link", "refund", "refund.batch", "refund.status", "safetix.config", "securerender",
  ]

  /// Whether the documents let the call be answered later, through a polling URL ("Polling: Yes").
  package var mayPoll: Bool {
    switch self {
    case .cartReserve, .cartShippingSet, .cartCommit, .cartDelete, .ordersGet: true
    default: false
    }
  }
}
