package import Determinism
import Scenarios

/// A sandbox's answers waiting to be polled, limited in number and bytes; the oldest are dropped first.
package struct PollTable: Sendable {
  /// The maximum number kept.
  static let limit = 1000
  /// The approximate maximum size in bytes; the newest is kept even if it is larger.
  static let weightLimit = 2 * 1024 * 1024
  private(set) var polls: [String: Poll] = [:]
  private(set) var order: [String] = []
  /// How many there have been.
  private(set) var count: UInt64 = 0
  /// The approximate size of the answers in bytes.
  private(set) var weight = 0
  private var forgotten: [String] = []

  init() {}

  /// Restores answers, oldest first, and their count; if there are too many, the newest are kept.
  init(count: UInt64, entries: [(token: String, poll: Poll)]) {
    self.count = count
    for (token, poll) in entries { keep(poll, token) }
    forgotten = []
  }

  /// The result of a poll.
  package enum Outcome {
    /// Not ready; ask again after this many seconds.
    case wait(seconds: Int, cartID: String?)
    /// The original answer.
    case ready(HeldAnswer)
  }

  /// Stores an answer and returns its token.
  package mutating func add(_ poll: Poll, seed: UInt64) -> String {
    count += 1
    var source = SeededSource(seed: seed, purpose: .pollToken, count)
    let token = source.uuid()
    keep(poll, token)
    return token
  }

  private mutating func keep(_ poll: Poll, _ token: String) {
    polls[token] = poll
    order.append(token)
    weight += poll.weight
    while order.count > Self.limit || weight > Self.weightLimit && order.count > 1 {
      let oldest = order.removeFirst()
      weight -= polls.removeValue(forKey: oldest)?.weight ?? 0
      forgotten.append(oldest)
    }
  }

  /// The tokens of the answers dropped since the last call.
  mutating func takeForgotten() -> [String] {
    defer { forgotten = [] }
    return forgotten
  }

  /// Whether there is an answer with this token.
  package func contains(_ token: String) -> Bool { polls[token] != nil }

  /// Asks for an answer.
  ///
  /// - Returns: `nil` if the token is unknown.
  package mutating func ask(_ token: String, now: Instant, real: ContinuousClock.Instant) -> Outcome? {
    guard var poll = polls[token] else { return nil }
    let left = poll.secondsLeft(at: now, real: real)
    if left > 0 { return .wait(seconds: left, cartID: poll.cartID) }
    if poll.rounds > 1 {
      poll.rounds -= 1
      poll.readyAt = now + .seconds(poll.wait)
      poll.readyInRealTime = real + .seconds(poll.wait)
      polls[token] = poll
      return .wait(seconds: poll.wait, cartID: poll.cartID)
    }
    return .ready(poll.answer)
  }
}

extension SeededSource.Purpose {
  /// Polling tokens, by their counter.
  static let pollToken = Self(rawValue: 0x706f_6c6c)
}
