package import Determinism
import Scenarios

/// The answers of a sandbox that clients poll for, bounded in number and in bytes; the oldest are forgotten first.
package struct PollTable: Sendable {
  /// How many are kept.
  static let limit = 1000
  /// About how many bytes they may take; the newest is kept even if it is larger.
  static let weightLimit = 2 * 1024 * 1024
  private(set) var polls: [String: Poll] = [:]
  private(set) var order: [String] = []
  /// How many there were.
  private(set) var count: UInt64 = 0
  /// About how many bytes the answers take.
  private(set) var weight = 0
  private var forgotten: [String] = []

  init() {}

  /// Restores answers, the oldest first, and their count; if there are too many, the newest stay.
  init(count: UInt64, entries: [(token: String, poll: Poll)]) {
    self.count = count
    for (token, poll) in entries { keep(poll, token) }
    forgotten = []
  }

  /// The result of a poll.
  package enum Outcome {
    /// Not yet; ask again after so many seconds.
    case wait(seconds: Int, cartID: String?)
    /// The original answer.
    case ready(HeldAnswer)
  }

  /// Keeps an answer and gives it a token.
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

  /// The tokens of the answers that were forgotten since the last call.
  mutating func takeForgotten() -> [String] {
    defer { forgotten = [] }
    return forgotten
  }

  /// Whether there is an answer with a token.
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
