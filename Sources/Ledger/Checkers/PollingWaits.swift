import Determinism

/// Notes polls that come too soon.
struct PollingWaits: Checker {
  private struct Told: Sendable {
    var time: Instant
    var real: RealInstant
    var wait: Int
  }

  private static let grace = Duration.milliseconds(500)
  private var polls = Table<Told>()

  mutating func read(_ exchange: ExchangeFact, _ notes: inout Notes) {
    guard let text = exchange.pollToken else { return }
    let token = folded(text)
    if exchange.operation == .polling, let told = polls[token] {
      notes.seen()
      let least = Duration.seconds(told.wait) - Self.grace
      let elapsed = told.time.duration(to: exchange.time)
      // Only if both clocks agree: moving the sandbox's clock is as good as really waiting.
      if elapsed < least, told.real.duration(to: exchange.arrived) < least {
        notes.broken(
          "A poll came \(elapsed.components.seconds) s after an answer that said to wait \(told.wait) s.")
      }
    }
    polls[token] = exchange.pollWait.map { Told(time: exchange.time, real: exchange.answered, wait: $0) }
  }
}
