extension Rule {
  private static let longestAccount = 100

  /// Who buys, and who renders.
  static let accounts: [Rule] = [
    Rule(
      "account-with-billing", .violation,
      "A payment for a SafeTix event carries a third_party_account_id of at most 100 characters.",
      why: "Tokens are given out to that account alone; an order without one cannot be rendered.",
      fix: "Send payment.third_party_account_id, a unique id of the buyer, with PUT …/cart/payment.",
      source: "SafeTix documentation, step 3", reads: [.cartPayment],
      .request { exchange, notes in
        guard exchange.isSafeTix else { return }
        notes.seen()
        guard let account = exchange.account else {
          return notes.broken("A payment for a SafeTix event without third_party_account_id.")
        }
        let length = account.unicodeScalars.count
        if length > longestAccount { notes.broken("A third_party_account_id of \(length) characters.") }
      }),
    Rule(
      "user-id-matches", .violation,
      "Secure Render has the header x-user-id, and in it the account that the order was billed with.",
      why: "The token is bound to the fan who bought; for anyone else none is issued.",
      fix: "Send as x-user-id what was sent as third_party_account_id with the payment of that order.",
      source: "SafeTix documentation, important notes 1", reads: [.secureRender],
      .request { exchange, notes in
        guard exchange.wasWorkedOn, exchange.device != nil || !exchange.renders.isEmpty else { return }
        notes.seen()
        guard let account = exchange.account else { return notes.broken("Secure Render without the header x-user-id.") }
        let others = exchange.renders.count { $0.orderAccount.map { $0 != account } ?? false }
        guard others > 0 else { return }
        notes.broken(
          "x-user-id was \(quoted(account)), but \(others) of \(exchange.renders.count) tickets are of an order that was "
            + "billed with another account.")
      }),
    Rule(
      "order-account-matches", .violation,
      "Order Management names the account that was sent with billing.",
      why: "The order is opened for the account that bought it; another is refused its tokens.",
      fix: "Keep the third_party_account_id with the order, and send it in POST /orders.",
      source: "SafeTix documentation, Order Management request", reads: [.ordersOpen],
      .request { exchange, notes in
        guard let account = exchange.account, let billed = exchange.order?.account else { return }
        notes.seen()
        if account == billed { return }
        notes.broken("third_party_account_id was \(quoted(account)), but the order was billed with \(quoted(billed)).")
      }),
  ]
}

/// A text from a request as a remark shows it: in quotes, and not too much of it.
func quoted(_ text: String) -> String {
  text.unicodeScalars.count > 60 ? "\"\(text.prefix(60))…\"" : "\"\(text)\""
}
