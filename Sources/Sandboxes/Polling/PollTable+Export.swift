import Determinism
import EventCatalogue
import HTTPTypes
import JSONText
import PartnerVocabulary

/// The answers that clients poll for, as part of a sandbox's exported state.
extension PollTable {
  /// Writes all answers as one JSON object, to be read by ``init(restoring:)``.
  func export(into writer: inout JSONWriter) {
    writer.object { object in
      object.integer("count", count)
      object.array("answers") { list in
        for token in order {
          guard let poll = polls[token] else { continue }
          list.object { Self.write(token, poll, into: &$0) }
        }
      }
    }
  }

  private static func write(_ token: String, _ poll: Poll, into object: inout JSONWriter) {
    let answer = poll.answer
    object.string("token", token)
    if let cart = poll.cartID { object.string("cart", cart) }
    object.integer("rounds", poll.rounds)
    object.integer("wait", poll.wait)
    object.string("readyAt", poll.readyAt.rfc3339)
    object.integer("status", answer.status.code)
    if answer.contentType == HeldAnswer.json {
      object.key("body")
      object.raw(answer.body)
    }
    if let diagnosis = answer.diagnosis { object.string("diagnosis", diagnosis) }
    if let fidelity = answer.fidelity { object.string("fidelity", fidelity.rawValue) }
    if let anchor = answer.anchor { object.string("anchor", anchor) }
  }

  /// Reads answers; the waits in real time start over.
  ///
  /// - Throws: `JSONMismatch` for the first error.
  init(restoring value: JSONValue) throws(JSONMismatch) {
    var reader = try value.asObject()
    let count = try Self.number(reader.value("count"), 0...100_000_000)
    var entries: [(token: String, poll: Poll)] = []
    var tokens: Set<String> = []
    var weight = 0
    for element in try reader.array("answers") {
      var reader = try element.asObject()
      let token = try reader.value("token").text()
      guard tokens.insert(token).inserted else {
        throw element.mismatch(expected: "a token that no other answer has", found: token)
      }
      guard entries.count < min(Self.limit, Int(count)) else {
        throw element.mismatch(expected: "at most count answers, and \(Self.limit)", found: "more")
      }
      let poll = try Self.poll(&reader)
      try reader.rejectUnread()
      weight += poll.weight
      guard weight <= Self.weightLimit || entries.isEmpty else {
        throw element.mismatch(expected: "at most \(Self.weightLimit) bytes of answers", found: "more")
      }
      entries.append((token, poll))
    }
    try reader.rejectUnread()
    self.init(count: UInt64(count), entries: entries)
  }

  private static func poll(_ reader: inout JSONObjectReader) throws(JSONMismatch) -> Poll {
    let cart = try reader.optionalValue("cart")?.text(in: 0...200)
    let rounds = try number(reader.value("rounds"), 1...1_000)
    let wait = try number(reader.value("wait"), 0...86_400)
    let ready = try reader.value("readyAt")
    guard let readyAt = ready.string.flatMap({ Instant(rfc3339: $0) }) else {
      throw ready.mismatch(expected: "an RFC 3339 instant")
    }
    let status = try number(reader.value("status"), 200...299)
    let body = reader.optionalValue("body")
    var answer = HeldAnswer(
      status: HTTPResponse.Status(code: Int(status)), contentType: body.map { _ in HeldAnswer.json },
      body: body?.serialized() ?? [])
    answer.diagnosis = try reader.optionalString("diagnosis")
    if let label = reader.optionalValue("fidelity") {
      guard let fidelity = label.string.flatMap({ Fidelity(rawValue: $0) }) else {
        throw label.mismatch(expected: "documented, inferred or invented")
      }
      answer.fidelity = fidelity
    }
    answer.anchor = try reader.optionalString("anchor")
    return Poll(
      answer: answer, cartID: cart, rounds: Int(rounds), wait: Int(wait), readyAt: readyAt,
      readyInRealTime: ContinuousClock.now + .seconds(wait))
  }

  private static func number(_ value: JSONValue, _ range: ClosedRange<Int64>) throws(JSONMismatch) -> Int64 {
    guard let number = value.integer, range.contains(number) else {
      throw value.mismatch(expected: "a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }
}
