import Determinism

/// Follows what becomes of a commit whose answer never arrived.
struct LostCommit: Checker {
  struct Purchase: Row {
    var cart: UInt64
    /// 0 if unknown.
    var account: UInt64
    var event: UInt64
    var request: UInt64

    init(cart: UInt64, account: UInt64, event: UInt64, request: UInt64) {
      (self.cart, self.account, self.event, self.request) = (cart, account, event, request)
    }

    var words: [Int64] { [cart, account, event, request].map { Int64(bitPattern: $0) } }

    init?(words: ArraySlice<Int64>) {
      let words = words.map { UInt64(bitPattern: $0) }
      guard words.count == 4 else { return nil }
      self.init(cart: words[0], account: words[1], event: words[2], request: words[3])
    }
  }

  // Paid carts, to know who is buying; keyed by cart id, like the other tables.
  private var paid = Table<Purchase>()
  private var lost = Table<Purchase>()
  // Purchases whose answers were sent but may not have arrived.
  private var recent: [Purchase] = []
  private static let recentLimit = 4

  mutating func read(_ exchange: ExchangeFact, _ notes: inout Notes) {
    guard let cart = (exchange.order?.cartID ?? exchange.cartID).map(folded) else { return }
    switch exchange.operation {
    case .cartPayment:
      guard exchange.isDone else { return }
      paid[cart] = purchase(exchange, cart)
    case .cartCommit:
      commit(exchange, cart, &notes)
    case .cartDelete:
      paid[cart] = nil
    default:
      // Order Management, whichever of its operations was called.
      guard exchange.wasWorkedOn, let purchase = lost[cart] else { return }
      lost[cart] = nil
      notes.ended(.found, commit: purchase.request)
    }
  }

  private func purchase(_ exchange: ExchangeFact, _ cart: UInt64) -> Purchase {
    let known = paid[cart]
    return Purchase(
      cart: cart, account: (exchange.order?.account ?? exchange.account).map(folded) ?? known?.account ?? 0,
      event: exchange.event.map(folded) ?? known?.event ?? 0, request: exchange.number)
  }

  private mutating func commit(_ exchange: ExchangeFact, _ cart: UInt64, _ notes: inout Notes) {
    let purchase = purchase(exchange, cart)
    if let before = lost[cart] {
      lost[cart] = nil
      notes.ended(.askedAgain, commit: before.request)
    }
    if exchange.isDone {
      paid[cart] = nil
      if purchase.account != 0 {
        for before in lost.take(where: { $0.account == purchase.account && $0.event == purchase.event }) {
          notes.ended(.boughtTwice, commit: before.request)
          notes.broken(
            "An account bought an event again after the answer to its commit r\(before.request) was lost, without "
              + "looking for that order first.")
        }
      }
    }
    if exchange.delivery != .whole {
      notes.seen()
      lost[cart] = purchase
    } else {
      if recent.count == Self.recentLimit { recent.removeFirst() }
      recent.append(purchase)
    }
  }

  mutating func read(_ fact: StateFact, _ notes: inout Notes) {
    guard case .answerDropped(let request) = fact, let place = recent.firstIndex(where: { $0.request == request })
    else { return }
    notes.seen()
    let purchase = recent.remove(at: place)
    lost[purchase.cart] = purchase
  }

  func close(at now: Instant, _ notes: inout Notes) {
    for purchase in lost.values { notes.ended(.gaveUp, commit: purchase.request) }
  }

  // Each row starts with a number that says where it belongs.
  var rows: [[Int64]] {
    paid.rows.map { [0] + $0 } + lost.rows.map { [1] + $0 } + recent.map { [2] + $0.words }
  }

  mutating func restore(_ rows: [[Int64]]) {
    func rest(_ mark: Int64) -> [[Int64]] { rows.filter { $0.first == mark }.map { Array($0.dropFirst()) } }
    paid.restore(rest(0))
    lost.restore(rest(1))
    recent = rest(2).suffix(Self.recentLimit).compactMap { Purchase(words: $0[...]) }
  }
}
