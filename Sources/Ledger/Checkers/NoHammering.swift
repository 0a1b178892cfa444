import Determinism

/// Notes a refused request that is repeated over and over.
struct NoHammering: Checker {
  private struct Refusals: Sendable {
    typealias Moment = (time: Instant, real: RealInstant)
    var first: Moment
    var second: Moment?
  }

  private static let span = Duration.seconds(10)
  private var requests = Table<Refusals>()

  mutating func read(_ exchange: ExchangeFact, _ notes: inout Notes) {
    // Another rule covers answers of 429.
    guard exchange.isRefused, exchange.status != 429, let request = exchange.fingerprint else { return }
    read(request, exchange, &notes)
  }

  // A function of its own, so that requests that were not refused cost no more than a comparison.
  private mutating func read(_ request: UInt64, _ exchange: ExchangeFact, _ notes: inout Notes) {
    notes.seen()
    let moment = (time: exchange.time, real: exchange.arrived)
    guard var known = requests[request] else {
      requests[request] = Refusals(first: moment)
      return
    }
    guard let second = known.second else {
      known.second = moment
      requests[request] = known
      return
    }
    if known.first.time.duration(to: moment.time) <= Self.span, known.first.real.duration(to: moment.real) <= Self.span
    {
      notes.broken("The same request was refused with \(exchange.status) three times within ten seconds.")
      requests[request] = nil
    } else {
      requests[request] = Refusals(first: second, second: moment)
    }
  }
}
