import Determinism
import HTTPTypes
import JSONText

/// The answers that clients still poll for, as part of a sandbox's exported state.
extension PollTable {
  /// Writes everything as one JSON object, which ``init(restoring:now:)`` reads.
  ///
  /// - Parameter now: the sandbox's time.
  func export(at now: Instant, into writer: inout JSONWriter) {
    let real = ContinuousClock.now
    writer.object { object in
      object.integer("count", count)
      object.array("polls") { list in
        for token in order {
          guard let poll = polls[token] else { continue }
          list.object { entry in
            entry.string("token", token)
            entry.string("cart_id", poll.cartID)
            entry.integer("rounds", poll.rounds)
            entry.integer("wait", poll.wait)
            entry.string("ready", poll.readyAt.rfc3339)
            entry.integer("secondsLeft", poll.secondsLeft(at: now, real: real))
            entry.integer("status", poll.answer.status.code)
            entry.key("body")
            if case .json(let bytes) = poll.answer.body { entry.raw(bytes) } else { entry.null() }
            entry.optional("diagnosis", poll.answer.sentence)
            entry.optional("fidelity", (poll.answer.fidelity ?? poll.answer.decision?.fidelity)?.rawValue)
            entry.optional("anchor", poll.answer.anchor ?? poll.answer.decision?.anchor)
          }
        }
      }
    }
  }

  /// Reads what ``export(at:into:)`` wrote.
  ///
  /// - Throws: `JSONMismatch` for the first thing that is wrong.
  init(restoring value: JSONValue) throws(JSONMismatch) {
    self.init()
    var reader = try value.asObject()
    count = UInt64(try Self.number(reader.value("count"), in: 0...1_000_000_000_000))
    for element in try reader.array("polls") {
      let (token, poll) = try Self.poll(element)
      guard polls.updateValue(poll, forKey: token) == nil, polls.count <= limit else {
        throw element.mismatch(expected: "each token once, \(limit) at most", found: "another")
      }
      order.append(token)
    }
    try reader.rejectUnread()
  }

  private static func poll(_ value: JSONValue) throws(JSONMismatch) -> (token: String, poll: Poll) {
    var reader = try value.asObject()
    let token = try reader.string("token")
    let cartID = try reader.string("cart_id")
    let rounds = try number(reader.value("rounds"), in: 1...100)
    let wait = try number(reader.value("wait"), in: 1...600)
    let ready = try reader.value("ready")
    guard let readyAt = ready.string.flatMap({ Instant(rfc3339: $0) }) else {
      throw ready.mismatch(expected: "an RFC 3339 instant")
    }
    let left = try number(reader.value("secondsLeft"), in: 0...600)
    let status = try number(reader.value("status"), in: 200...299)
    let body = try reader.value("body")
    var answer = Answer(
      status: HTTPResponse.Status(code: Int(status)), body: body.kind == .null ? .none : .json(body.serialized()))
    answer.diagnosis = try text(reader.value("diagnosis"))
    let fidelity = try reader.value("fidelity")
    answer.fidelity = try text(fidelity).flatMap { Fidelity(rawValue: $0) }
    answer.anchor = try text(reader.value("anchor"))
    try reader.rejectUnread()
    return (
      token,
      Poll(
        answer: answer, cartID: cartID, rounds: Int(rounds), wait: Int(wait), readyAt: readyAt,
        readyInRealTime: .now + .seconds(left))
    )
  }

  private static func text(_ value: JSONValue) throws(JSONMismatch) -> String? {
    if value.kind == .null { return nil }
    guard let text = value.string else { throw value.mismatch(expected: "a string or null") }
    return text
  }

  private static func number(_ value: JSONValue, in range: ClosedRange<Int64>) throws(JSONMismatch) -> Int64 {
    guard let number = value.integer, range.contains(number) else {
      throw value.mismatch(expected: "a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }
}

extension JSONWriter {
  /// Writes a member that is a string, or `null`.
  fileprivate mutating func optional(_ key: String, _ text: String?) {
    if let text { string(key, text) } else { null(key) }
  }
}
