package import Determinism
import HTTPWire

/// An answer that is ready but not yet fetched.
package struct Poll: Sendable {
  /// The answer to the original call.
  let answer: HeldAnswer
  /// The cart that the call was about; `nil` for an order without one.
  let cartID: String?
  /// How many waiting rounds are left, including this one.
  var rounds: Int
  /// The length of a round in seconds.
  let wait: Int
  /// When the round ends on the sandbox's clock.
  var readyAt: Instant
  /// When it ends in real time, so that a frozen clock keeps nobody waiting for ever.
  var readyInRealTime: ContinuousClock.Instant

  /// Creates an answer at the start of its first round.
  package init(
    answer: HeldAnswer, cartID: String?, rounds: Int, wait: Int, readyAt: Instant,
    readyInRealTime: ContinuousClock.Instant
  ) {
    self.answer = answer
    self.cartID = cartID
    self.rounds = rounds
    self.wait = wait
    self.readyAt = readyAt
    self.readyInRealTime = readyInRealTime
  }

  /// The approximate size in bytes.
  var weight: Int {
    let texts = [answer.diagnosis, answer.anchor, cartID].reduce(0) { $0 + ($1?.utf8.count ?? 0) }
    return 256 + answer.body.count + answer.fields.wireBytes.count + texts
  }

  /// Whole seconds left in the round, rounded up, by whichever clock ends it first.
  func secondsLeft(at now: Instant, real: ContinuousClock.Instant) -> Int {
    let sandbox = readyAt.millisecondsSinceEpoch - now.millisecondsSinceEpoch
    let (seconds, attoseconds) = (readyInRealTime - real).components
    let realMilliseconds = seconds * 1000 + attoseconds / 1_000_000_000_000_000
    return Int(max(0, (min(sandbox, realMilliseconds) + 999) / 1000))
  }
}
