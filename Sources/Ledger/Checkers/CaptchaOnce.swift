/// Notes captcha tokens that are reused after they were accepted.
struct CaptchaOnce: Checker {
  struct Use: Row {
    var request: UInt64

    init(_ request: UInt64) { self.request = request }

    var words: [Int64] { [Int64(bitPattern: request)] }

    init?(words: ArraySlice<Int64>) {
      guard words.count == 1, let first = words.first else { return nil }
      request = UInt64(bitPattern: first)
    }
  }

  private var tokens = Table<Use>()

  mutating func read(_ exchange: ExchangeFact, _ notes: inout Notes) {
    guard let token = exchange.captcha.map(folded) else { return }
    notes.seen()
    if let use = tokens[token] {
      notes.broken("The captcha token had already been used by r\(use.request).")
    } else if exchange.isDone {
      tokens[token] = Use(exchange.number)
    }
  }

  var rows: [[Int64]] { tokens.rows }

  mutating func restore(_ rows: [[Int64]]) { tokens.restore(rows) }
}
