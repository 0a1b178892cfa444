import Determinism

/// Notes tickets that had no token in the last twenty hours before their event.
struct RefreshBeforeEvent: Checker {
  struct Due: Row {
    var begins: Int64
    /// Until when tokens are withheld.
    var withheld: Int64
    /// When the last token was issued; the minimum number if none was.
    var issued: Int64
    var request: UInt64

    init(begins: Int64, withheld: Int64, issued: Int64, request: UInt64) {
      (self.begins, self.withheld, self.issued, self.request) = (begins, withheld, issued, request)
    }

    var words: [Int64] { [begins, withheld, issued, Int64(bitPattern: request)] }

    init?(words: ArraySlice<Int64>) {
      let words = Array(words)
      guard words.count == 4 else { return nil }
      self.init(
        begins: words[0], withheld: words[1], issued: words[2], request: UInt64(bitPattern: words[3]))
    }
  }

  private static let span: Int64 = 20 * 3_600_000
  private var tickets = Table<Due>()
  // No event of a ticket begins before this.
  private var earliest = Int64.max

  mutating func read(_ exchange: ExchangeFact, _ notes: inout Notes) {
    pass(to: exchange.time, &notes)
    let now = exchange.time.millisecondsSinceEpoch
    switch exchange.operation {
    case .cartCommit, .ordersOpen:
      guard exchange.isDone, exchange.delivery == .whole, let order = exchange.order, order.hasTokens,
        let begins = order.begins?.millisecondsSinceEpoch, begins > now
      else { return }
      let isOpened = exchange.operation == .ordersOpen
      let withheld = order.delayedUntil?.millisecondsSinceEpoch ?? .min
      for barcode in order.barcodes {
        let ticket = folded(barcode)
        let known = tickets[ticket]
        tickets[ticket] = Due(
          begins: begins, withheld: withheld,
          issued: isOpened && withheld <= now ? now : known?.issued ?? .min, request: known?.request ?? exchange.number)
      }
      earliest = min(earliest, begins)
    case .secureRender where !exchange.wasWorkedOn:
      // Requested in vain because a scenario answered, so it is unknown for which tickets.
      tickets.updateAll { $0.issued = now }
    case .secureRender:
      if tickets.isEmpty { return }
      exchange.renders.forEach { render in
        if render.isIssued, render.barcode != 0 { tickets.change(render.barcode) { $0.issued = now } }
      }
    default: break
    }
  }

  mutating func read(_ fact: StateFact, _ notes: inout Notes) {
    pass(to: notes.time, &notes)
    if case .voided(let barcodes) = fact {
      for barcode in barcodes { tickets[folded(barcode)] = nil }
    }
  }

  func close(at now: Instant, _ notes: inout Notes) {
    var rest = self
    rest.pass(to: now, &notes)
  }

  private mutating func pass(to now: Instant, _ notes: inout Notes) {
    guard now.millisecondsSinceEpoch >= earliest else { return }
    for ticket in tickets.take(where: { $0.begins <= now.millisecondsSinceEpoch }) where ticket.withheld < ticket.begins
    {
      notes.seen()
      if ticket.issued >= ticket.begins - Self.span { continue }
      let begins = Instant(millisecondsSinceEpoch: ticket.begins)
      let last =
        ticket.issued == .min
        ? "never had a token" : "had its last token at \(Instant(millisecondsSinceEpoch: ticket.issued).rfc3339)"
      notes.broken(
        "The event began at \(begins.rfc3339), and a ticket from r\(ticket.request) \(last).",
        by: ticket.request, at: begins)
    }
    earliest = tickets.values.reduce(Int64.max) { min($0, $1.begins) }
  }

  var rows: [[Int64]] { tickets.rows }

  mutating func restore(_ rows: [[Int64]]) {
    tickets.restore(rows)
    earliest = tickets.values.reduce(Int64.max) { min($0, $1.begins) }
  }
}
