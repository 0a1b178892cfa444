/// A step of the integration: first the six required ones, then the others.
enum Step: UInt8, Sendable, CaseIterable {
  case availability, reserve, payment, commit, open, render
  case shipping, delete, polling, captcha, certificate, wallet, memberBilling, admission

  private static let names = [
    "availability", "cart.reserve", "cart.payment", "cart.commit", "orders.open", "securerender", "cart.shipping",
    "cart.delete", "polling", "captcha", "certificate", "wallet.token", "member.billing", "gate.admit",
  ]

  var name: String { Self.names[Int(rawValue)] }

  /// Whether the integration is incomplete without it.
  var isRequired: Bool { rawValue <= Step.render.rawValue }

  /// The step that an exchange performed; nil if it performed none.
  static func of(_ exchange: ExchangeFact) -> Step? {
    guard let operation = exchange.operation, exchange.isDone else { return nil }
    switch operation {
    case .availability: return .availability
    case .cartReserve: return .reserve
    case .cartPayment: return .payment
    case .cartCommit: return .commit
    case .ordersOpen: return .open
    case .secureRender: return exchange.renders.include(.issued) ? .render : nil
    case .cartShippingList, .cartShippingSet: return .shipping
    case .cartDelete: return .delete
    case .polling: return .polling
    case .captcha: return .captcha
    case .certificate: return .certificate
    case .walletToken: return .wallet
    case .memberBillingList, .memberBillingAdd: return .memberBilling
    default: return nil
    }
  }
}
