extension Rule {
  /// Carts, holds and what is paid.
  static let carts: [Rule] = [
    Rule(
      "amount-is-the-total", .violation,
      "The amount of a payment is the cart's totals.grand.",
      why: "Any other amount is refused, or charges the fan what was not agreed.",
      fix: "Copy totals.grand of the newest cart answer into payment.amount, also after a change of shipping.",
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
      why: "A commit with something unpaid sells nothing.",
      fix: "Send PUT …/cart/payment and read totals.unpaid of its answer; commit when it is 0.00.",
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
      "Payment, shipping and commit come while the cart is held.",
      why: "After hold_time the seats are on sale again; the call fails, and the fan has filled in forms in vain.",
      fix: "Count down cart.hold_time of the newest answer, and reserve again when it is over.",
      source: "Partner API documentation, reserve", reads: [.cartShippingSet, .cartPayment, .cartCommit],
      .answer { exchange, notes in
        guard exchange.wasWorkedOn, !exchange.isHoldArranged else { return }
        notes.seen()
        if exchange.cartFate == .expired { notes.broken("A call about a cart whose hold had run out.") }
      }),
    Rule(
      "cart-given-back", .warning,
      "A cart that is not bought is given back by DELETE before its hold runs out.",
      why: "Seats held for nobody are seats that no fan can buy.",
      fix: "Send DELETE …/cart when the fan leaves or the purchase fails, also for carts that came by polling.",
      source: "Partner API documentation, best practices", reads: .all, .memory { CartGivenBack() }),
    Rule(
      "one-cart-call-at-a-time", .violation,
      "Calls about one cart wait for each other.",
      why: "Concurrent calls about a cart are not supported: which of them counts is left to chance.",
      fix: "Send the next call about a cart when the answer to the last has arrived, also after a timeout of your own.",
      source: "Partner API documentation, FAQ",
      reads: [.cartShippingList, .cartShippingSet, .cartPayment, .cartCommit, .cartDelete],
      .memory { OneCartCall() }),
  ]

  /// Answers that come later.
  static let polling: [Rule] = [
    Rule(
      "polling-waits", .warning,
      "A poll comes no sooner than the last answer said to wait.",
      why: "A sooner poll finds nothing, and costs a call.",
      fix: "Wait as many seconds as wait says before each GET of polling_url.",
      source: "Partner API documentation, polling",
      reads: [.polling, .cartReserve, .cartShippingSet, .cartCommit, .cartDelete, .ordersGet, .ordersOpen],
      .memory { PollingWaits() }),
    Rule(
      "polling-finishes", .warning,
      "The result of a call that is answered 202 is fetched.",
      why: "The seats may be held and the order sold: who does not ask never knows.",
      fix: "Ask polling_url until the answer is no 202.",
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
