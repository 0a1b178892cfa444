import Determinism

/// Notes results that the client was told to poll for but never fetched.
struct PollingFinishes: Checker {
  struct Pending: Row {
    var cart: UInt64
    var request: UInt64
    var time: Int64
    var isWaived: Bool

    init(cart: UInt64, request: UInt64, time: Instant, isWaived: Bool) {
      self.cart = cart
      self.request = request
      self.time = time.millisecondsSinceEpoch
      self.isWaived = isWaived
    }

    var words: [Int64] {
      [Int64(bitPattern: cart), Int64(bitPattern: request), time, isWaived ? 1 : 0]
    }

    init?(words: ArraySlice<Int64>) {
      let words = Array(words)
      guard words.count == 4 else { return nil }
      (cart, request) = (UInt64(bitPattern: words[0]), UInt64(bitPattern: words[1]))
      (time, isWaived) = (words[2], words[3] == 1)
    }
  }

  private var polls = Table<Pending>()

  mutating func read(_ exchange: ExchangeFact, _ notes: inout Notes) {
    if exchange.operation == .polling {
      // Either fetched, or polled for in vain because a scenario answered.
      guard let token = exchange.pollToken, exchange.pollWait == nil || exchange.isArranged else { return }
      notes.seen()
      polls[folded(token)] = nil
      return
    }
    let cart = exchange.cartID.map(folded) ?? 0
    if exchange.isDone, cart != 0, exchange.operation == .cartCommit || exchange.operation == .cartDelete {
      for poll in polls.take(where: { $0.cart == cart }) { Self.note(poll, "before its cart ended", &notes) }
    }
    guard let token = exchange.pollToken, exchange.pollWait != nil, exchange.delivery == .whole else { return }
    polls[folded(token)] = Pending(
      cart: cart, request: exchange.number, time: exchange.time, isWaived: notes.isWaived)
  }

  mutating func read(_ fact: StateFact, _ notes: inout Notes) {
    switch fact {
    case .cartEnded(let id):
      let cart = folded(id)
      _ = polls.take { $0.cart == cart }
    case .answerDropped(let request): _ = polls.take { $0.request == request }
    default: break
    }
  }

  func close(at now: Instant, _ notes: inout Notes) {
    for poll in polls.values { Self.note(poll, "until the end", &notes) }
  }

  private static func note(_ poll: Pending, _ when: String, _ notes: inout Notes) {
    notes.broken(
      "r\(poll.request) was answered 202, and its result was not fetched \(when).",
      by: poll.request, at: Instant(millisecondsSinceEpoch: poll.time), isWaived: poll.isWaived)
  }

  var rows: [[Int64]] { polls.rows }

  mutating func restore(_ rows: [[Int64]]) { polls.restore(rows) }
}
