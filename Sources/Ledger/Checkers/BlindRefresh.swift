import Determinism

/// Notes refreshes made purely on a timer.
struct BlindRefresh: Checker {
  struct Series: Row {
    var last: Int64
    var length: Int64 = 0

    init(_ last: Int64) { self.last = last }

    var words: [Int64] { [last, length] }

    init?(words: ArraySlice<Int64>) {
      let words = Array(words)
      guard words.count == 2 else { return nil }
      (last, length) = (words[0], words[1])
    }
  }

  private static let gaps = 20 * 3_600_000 - 300_000...20 * 3_600_000 + Int64(300_000)
  private var series = Table<Series>()

  mutating func read(_ exchange: ExchangeFact, _ notes: inout Notes) {
    let device = exchange.foldedDevice
    if device == 0 { return }
    let now = exchange.time.millisecondsSinceEpoch
    if exchange.operation == .ordersOpen {
      guard exchange.isDone, let order = exchange.order, order.hasTokens, order.delayedUntil == nil else { return }
      for barcode in order.barcodes { series[Self.key(folded(barcode), device)] = Series(now) }
      return
    }
    // Tickets that are refreshed together show one habit, which is noted once.
    var isBroken = false
    exchange.renders.forEach { render in
      guard render.isIssued, render.barcode != 0 else { return }
      notes.seen()
      let key = Self.key(render.barcode, device)
      let isKnown = series.change(key) { known in
        known.length = Self.gaps.contains(now - known.last) ? known.length + 1 : 0
        known.last = now
        if known.length == 3 { isBroken = true }
      }
      if !isKnown { series[key] = Series(now) }
    }
    if isBroken { notes.broken("A ticket was refreshed twenty hours after its last refresh, for the third time.") }
  }

  private static func key(_ barcode: UInt64, _ device: UInt64) -> UInt64 {
    barcode ^ (device &* 0x9E37_79B9_7F4A_7C15)
  }

  var rows: [[Int64]] { series.rows }

  mutating func restore(_ rows: [[Int64]]) { series.restore(rows) }
}
