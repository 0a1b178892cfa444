import HTTPTypes
import JSONText
import PartnerVocabulary
import Sandboxes

/// What a test claims to have requested: `POST verify`.
struct Verification {
  /// How often it should have been requested.
  struct Times: Hashable {
    /// The three ways to state a count.
    enum Relation: String, CaseIterable {
      case exactly, atLeast, atMost
    }

    var relation = Relation.atLeast
    var count = 1

    func allows(_ found: Int) -> Bool {
      switch relation {
      case .exactly: found == count
      case .atLeast: found >= count
      case .atMost: found <= count
      }
    }
  }

  /// The maximum number of criteria: each is checked against every entry of the journal.
  static let criterionLimit = 100

  private var criteria: [Criterion] = []
  private var times = Times()

  /// Reads the body of the request.
  ///
  /// - Throws: `JSONMismatch` for the first thing that is wrong.
  init(_ reader: inout JSONObjectReader) throws(JSONMismatch) {
    if let value = reader.member("operation") {
      guard let operation = value.string.flatMap({ Operation(rawValue: $0) }) else {
        var mismatch = value.mismatch(expected: RequestFilter.operations, found: value.shown)
        mismatch.suggestion = value.string.flatMap {
          Spelling.nearest(to: $0, among: Operation.allCases.map(\.rawValue))
        }
        throw mismatch
      }
      criteria.append(.operation(operation))
    }
    if var conditions = try reader.member("where")?.asObject() {
      try readConditions(&conditions)
      try conditions.rejectUnread()
    }
    if let value = reader.member("times") { times = try Self.times(value) }
  }

  private mutating func readConditions(_ reader: inout JSONObjectReader) throws(JSONMismatch) {
    if let value = reader.member("status") {
      guard let pattern = StatusPattern(value.string ?? value.text) else {
        throw value.mismatch(expected: "a status such as 400, or a class such as \"4xx\"", found: value.shown)
      }
      criteria.append(.status(pattern, value))
    }
    if let value = reader.member("outcome") {
      guard let outcome = value.string.flatMap(ExchangeOutcome.init(rawValue:)) else {
        throw value.mismatch(expected: RequestFilter.outcomes, found: value.shown)
      }
      criteria.append(.outcome(outcome))
    }
    if let value = reader.member("account") { criteria.append(.account(try value.asString())) }
    if let value = reader.member("event") { criteria.append(.event(try value.asString())) }
    if let headers = reader.member("header") {
      _ = try headers.asObject()
      try checkRoom(for: headers)
      for (name, value) in headers.members {
        guard let field = HTTPField.Name(name) else {
          throw value.mismatch(expected: "a field name as key", found: "\"\(name)\"")
        }
        criteria.append(.header(field, try value.asString()))
      }
    }
    if let body = reader.member("body") {
      _ = try body.asObject()
      try checkRoom(for: body)
      for (text, value) in body.members {
        guard let pointer = JSONPointer(text) else {
          throw value.mismatch(expected: "a JSON Pointer such as \"/payment/type\" as key", found: "\"\(text)\"")
        }
        criteria.append(.body(pointer, text: text, value))
      }
    }
  }

  private func checkRoom(for conditions: JSONValue) throws(JSONMismatch) {
    guard criteria.count + conditions.members.count <= Self.criterionLimit else {
      throw conditions.mismatch(
        expected: "at most \(Self.criterionLimit) criteria in all", found: "\(conditions.members.count) members")
    }
  }

  private static func times(_ value: JSONValue) throws(JSONMismatch) -> Times {
    var reader = try value.asObject()
    var found: [Times] = []
    for relation in Times.Relation.allCases {
      guard let number = reader.member(relation.rawValue) else { continue }
      guard let count = number.integer, (0...1_000_000).contains(count) else {
        throw number.mismatch(expected: "a whole number from 0", found: number.shown)
      }
      found.append(Times(relation: relation, count: Int(count)))
    }
    try reader.rejectUnread()
    guard found.count == 1 else {
      throw value.mismatch(
        expected: "exactly one of exactly, atLeast, atMost", found: found.isEmpty ? "none" : "\(found.count) of them")
    }
    return found[0]
  }

  /// Compares the claim with the requests in the journal.
  ///
  /// - Parameter eventID: resolves an alias to the event's id.
  func judge(_ entries: [JournalEntry], eventID: (String) -> String) -> VerificationOutcome {
    var count = 0
    var misses: [Miss] = []
    for (place, entry) in entries.enumerated() {
      var subject = Criterion.Subject(entry)
      var miss = Miss(place: place)
      for criterion in criteria where !criterion.isMet(by: &subject, eventID: eventID) { miss.count(criterion) }
      if miss.failures == 0 { count += 1 } else { misses.append(miss) }
    }
    // If more than enough requests matched, those that did not explain nothing.
    let isTooFew = !times.allows(count) && times.relation != .atMost && count < times.count
    let nearest = isTooFew ? misses.sorted { $0.rank < $1.rank }.prefix(VerificationOutcome.NearMiss.limit) : []
    return VerificationOutcome(
      count: count, times: times, nearMisses: nearest.map { explain(entries[$0.place], eventID: eventID) })
  }

  /// An entry that does not meet all criteria; a report is made only for the few that are shown.
  private struct Miss {
    let place: Int
    var failures = 0
    var isOfOtherOperation = false

    mutating func count(_ criterion: Criterion) {
      failures += 1
      if criterion.isAboutOperation { isOfOtherOperation = true }
    }

    /// Sorts by nearness: the fewest unmet criteria first, then the right operation, then the newest.
    var rank: (Int, Int, Int) { (failures, isOfOtherOperation ? 1 : 0, -place) }
  }

  private func explain(_ entry: JournalEntry, eventID: (String) -> String) -> VerificationOutcome.NearMiss {
    var subject = Criterion.Subject(entry)
    var failures: [Criterion.Failure] = []
    for criterion in criteria where !criterion.isMet(by: &subject, eventID: eventID) {
      failures.append(criterion.failure(of: &subject))
    }
    return VerificationOutcome.NearMiss(entry: entry, failures: failures)
  }
}
