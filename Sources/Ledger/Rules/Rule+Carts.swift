extension Rule {
  /// Rules about carts, holds and payments.
  static let carts: [Rule] = [
    Rule(
      "amount-is-the-total", .violation,
      "A payment's amount equals the cart's totals.grand.",
      why: "Any other amount is refused, or charges the fan a price that they did not agree to.",
      fix: "Copy totals.grand from the latest cart answer into payment.amount, and again after changing the shipping.",
      source: "Partner API documentation, add billing", reads: [.cartPayment],
      .request { exchange, notes in
        guard let amount = exchange.amount, let total = exchange.total else { return }
        notes.seen()
        if amount == total { return }
        notes.broken("A payment of \(money(amount)) for a cart of \(money(total)).")
      }),
    Rule(
      "pay-before-commit", .violation,
      "A cart is paid before it is committed.",
      why: "A commit of a cart that is not fully paid buys nothing.",
      fix: "Send PUT …/cart/payment and read totals.unpaid in its answer; commit when it is 0.00.",
      source: "Partner API documentation, cart life cycle", reads: [.cartCommit],
      .answer { exchange, notes in
        guard exchange.wasWorkedOn else { return }
        notes.seen()
        if let unpaid = exchange.unpaid, unpaid > 0 {
          notes.broken("A commit while \(money(unpaid)) of the cart was unpaid.")
        }
      }),
    Rule(
      "hold-respected", .warning,
      "Payment, shipping and commit are sent while the cart is held.",
      why: "After hold_time the seats are on sale again: the call fails, and the fan filled in the forms for nothing.",
      fix: "Count down from cart.hold_time in the latest answer, and reserve again when it reaches zero.",
      source: "Partner API documentation, reserve", reads: [.cartShippingSet, .cartPayment, .cartCommit],
      .answer { exchange, notes in
        guard exchange.wasWorkedOn, !exchange.isHoldArranged else { return }
        notes.seen()
        if exchange.cartFate == .expired { notes.broken("A call for a cart whose hold had expired.") }
      }),
    Rule(
      "cart-given-back", .warning,
      "A cart that the fan does not buy is released with DELETE before its hold expires.",
      why: "While an abandoned cart holds seats, no other fan can buy them.",
      fix: "Send DELETE …/cart when the fan leaves or the purchase fails, even if the cart was obtained by polling.",
      source: "Partner API documentation, best practices", reads: .all, .memory { CartGivenBack() }),
    Rule(
      "one-cart-call-at-a-time", .violation,
      "Calls for one cart are sent one at a time.",
      why: "Concurrent calls for one cart are not supported: their result is unpredictable.",
      fix: "Wait for the answer to one call before you send the next for the same cart, even if your client timed out.",
      source: "Partner API documentation, FAQ",
      reads: [.cartShippingList, .cartShippingSet, .cartPayment, .cartCommit, .cartDelete],
      .memory { OneCartCall() }),
  ]

  /// Rules about answers that have to be polled for.
  static let polling: [Rule] = [
    Rule(
      "polling-waits", .warning,
      "The app polls no sooner than the last answer allows.",
      why: "An early poll finds no result and wastes a call.",
      fix: "Before each GET of polling_url, wait for the number of seconds in the answer's wait field.",
      source: "Partner API documentation, polling",
      reads: [.polling, .cartReserve, .cartShippingSet, .cartCommit, .cartDelete, .ordersGet, .ordersOpen],
      .memory { PollingWaits() }),
    Rule(
      "polling-finishes", .warning,
      "After a 202, the app polls until it has the result.",
      why: "The seats may be held or the order sold, and a client that stops polling never finds out.",
      fix: "Poll polling_url until the status is no longer 202.",
      source: "Partner API documentation, best practices",
      reads: [.polling, .cartReserve, .cartShippingSet, .cartCommit, .cartDelete, .ordersGet, .ordersOpen],
      .memory { PollingFinishes() }),
  ]
}

/// An amount in hundredths, as documents print it.
private func money(_ hundredths: Int64) -> String {
  let cents = hundredths.magnitude % 100
  return "\(hundredths < 0 ? "-" : "")\(hundredths.magnitude / 100).\(cents < 10 ? "0" : "")\(cents)"
}
