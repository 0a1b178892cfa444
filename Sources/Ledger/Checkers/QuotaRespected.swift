import Determinism

/// Notes calls made after the client was told that its quota is used up.
struct QuotaRespected: Checker {
  private struct Limit: Sendable {
    var until: Instant
    var told: RealInstant
    var request: UInt64
  }

  // Holds one entry at most; it is a table because an empty table is small.
  private var limits = Table<Limit>()

  mutating func read(_ exchange: ExchangeFact, _ notes: inout Notes) {
    if let limit = limits[0] {
      notes.seen()
      if exchange.time >= limit.until {
        limits[0] = nil
      } else if exchange.arrived >= limit.told {
        notes.broken(
          "A call came before \(limit.until.rfc3339), when the quota resets according to r\(limit.request).")
      }
    }
    guard exchange.status == 429, exchange.delivery == .whole, let until = exchange.quotaExpires else { return }
    limits[0] = Limit(until: until, told: exchange.answered, request: exchange.number)
  }
}
