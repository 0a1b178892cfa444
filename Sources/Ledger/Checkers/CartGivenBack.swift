import Determinism

/// Notes carts whose hold ran out without a DELETE.
struct CartGivenBack: Checker {
  struct Held: Row {
    var expires: Int64
    var request: UInt64
    var isWaived: Bool

    init(expires: Instant, request: UInt64, isWaived: Bool) {
      self.expires = expires.millisecondsSinceEpoch
      self.request = request
      self.isWaived = isWaived
    }

    var words: [Int64] { [expires, Int64(bitPattern: request), isWaived ? 1 : 0] }

    init?(words: ArraySlice<Int64>) {
      guard words.count == 3, let first = words.first else { return nil }
      expires = first
      request = UInt64(bitPattern: words[words.startIndex + 1])
      isWaived = words[words.startIndex + 2] == 1
    }
  }

  private var carts = Table<Held>()
  // No cart expires before this, so most exchanges need not search the table.
  private var earliest = Int64.max

  mutating func read(_ exchange: ExchangeFact, _ notes: inout Notes) {
    if exchange.time.millisecondsSinceEpoch >= earliest { expire(at: exchange.time, &notes) }
    if exchange.purchase == nil { return }
    read(exchange, of: exchange.cartID, &notes)
  }

  // A function of its own, so that exchanges about no cart cost little.
  private mutating func read(_ exchange: ExchangeFact, of cart: String?, _ notes: inout Notes) {
    guard let operation = exchange.operation, let id = cart else { return }
    switch operation {
    case .cartReserve:
      // A client that never got the id cannot give the cart back, nor is it to blame for a hold that a scenario set.
      guard exchange.isDone, exchange.delivery != .lost, !exchange.isHoldArranged, let expires = exchange.holdExpires
      else { return }
      notes.seen()
      hold(id, Held(expires: expires, request: exchange.number, isWaived: notes.isWaived))
    case .cartShippingSet, .cartPayment:
      guard let expires = exchange.holdExpires, let held = carts[folded(id)] else { return }
      hold(id, Held(expires: expires, request: held.request, isWaived: held.isWaived || notes.isWaived))
    case .cartCommit:
      if exchange.isDone { carts[folded(id)] = nil }
    case .cartDelete:
      // An attempt that failed because a scenario answered counts too.
      if exchange.isDone || exchange.isArranged { carts[folded(id)] = nil }
    default: break
    }
  }

  mutating func read(_ fact: StateFact, _ notes: inout Notes) {
    switch fact {
    case .cartEnded(let id): carts[folded(id)] = nil
    case .answerDropped(let request): _ = carts.take { $0.request == request }
    default: break
    }
  }

  func close(at now: Instant, _ notes: inout Notes) {
    var rest = self
    rest.expire(at: now, &notes)
  }

  private mutating func hold(_ id: String, _ held: Held) {
    carts[folded(id)] = held
    earliest = min(earliest, held.expires)
  }

  private mutating func expire(at now: Instant, _ notes: inout Notes) {
    for cart in carts.take(where: { $0.expires <= now.millisecondsSinceEpoch }) {
      let end = Instant(millisecondsSinceEpoch: cart.expires)
      notes.broken(
        "The hold of the cart that r\(cart.request) reserved expired at \(end.rfc3339), and no DELETE had released its "
          + "seats.",
        by: cart.request, at: end, isWaived: cart.isWaived)
    }
    earliest = carts.values.reduce(Int64.max) { min($0, $1.expires) }
  }

  var rows: [[Int64]] { carts.rows }

  mutating func restore(_ rows: [[Int64]]) {
    carts.restore(rows)
    earliest = carts.values.reduce(Int64.max) { min($0, $1.expires) }
  }
}
