extension Rule {
  private static let longestAccount = 100

  /// Rules about who buys and who renders.
  static let accounts: [Rule] = [
    Rule(
      "account-with-billing", .violation,
      "A payment for a SafeTix event carries a third_party_account_id of at most 100 characters.",
      why: "Only that account can get the tokens; an order without one cannot be rendered.",
      fix: "Send payment.third_party_account_id, a unique id for the buyer, with PUT …/cart/payment.",
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
      "The x-user-id header of Secure Render names the account that the order was billed with.",
      why: "A token belongs to the fan who bought the ticket; nobody else can get one.",
      fix: "Send the third_party_account_id of the order's payment as x-user-id.",
      source: "SafeTix documentation, important notes 1", reads: [.secureRender],
      .request([.rendering], faults: [.noAccount, .otherAccount]) { exchange, notes in
        if exchange.foldedAccount == 0 { return notes.broken("Secure Render without the header x-user-id.") }
        guard exchange.renders.include(.otherAccount), let account = exchange.account else { return }
        let others = exchange.renders.count { $0.result == .otherAccount }
        notes.broken(
          "x-user-id was \(quoted(account)), but \(others) of \(exchange.renders.count) tickets belong to an order "
            + "that was billed with another account.")
      }),
    Rule(
      "order-account-matches", .violation,
      "Order Management names the account that the order was billed with.",
      why: "Only the account that bought the order can open it and get its tokens.",
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

/// Text from a request as a remark shows it: in quotes, and shortened if it is long.
func quoted(_ text: String) -> String {
  text.unicodeScalars.count > 60 ? "\"\(text.prefix(60))…\"" : "\"\(text)\""
}
