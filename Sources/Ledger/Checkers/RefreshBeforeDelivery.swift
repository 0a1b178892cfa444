import Determinism

/// Notes ticket refreshes that come although the client was told to wait.
struct RefreshBeforeDelivery: Checker {
  struct Told: Row {
    var until: Int64

    init(_ until: Instant) { self.until = until.millisecondsSinceEpoch }

    var words: [Int64] { [until] }

    init?(words: ArraySlice<Int64>) {
      guard words.count == 1, let first = words.first else { return nil }
      until = first
    }
  }

  private var orders = Table<Told>()

  mutating func read(_ exchange: ExchangeFact, _ notes: inout Notes) {
    guard exchange.operation == .secureRender else {
      guard exchange.isDone, exchange.delivery == .whole, let order = exchange.order, let until = order.delayedUntil
      else { return }
      orders[folded(order.number)] = Told(until)
      return
    }
    // Usually nothing is delayed.
    if orders.isEmpty { return }
    for render in exchange.renders {
      guard render.order != 0, let told = orders[render.order] else { continue }
      notes.seen()
      guard case .delayed(let until) = render.result, exchange.time.millisecondsSinceEpoch < told.until else {
        continue
      }
      notes.broken("A token was requested before \(until.rfc3339), the delay date that the order had given.")
      return
    }
  }

  var rows: [[Int64]] { orders.rows }

  mutating func restore(_ rows: [[Int64]]) { orders.restore(rows) }
}
