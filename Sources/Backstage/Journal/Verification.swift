import HTTPTypes
import JSONText
import PartnerVocabulary
import Sandboxes

/// What a test says it has asked: `POST verify`.
struct Verification {
  /// How often it should have been asked.
  struct Times: Hashable {
    /// The three ways to say it.
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

  private var criteria: [Criterion] = []
  private var times = Times()

  /// Reads the body of the request.
  ///
  /// - Throws: `JSONMismatch` for the first thing that is wrong.
  init(_ reader: inout JSONObjectReader) throws(JSONMismatch) {
    if let value = reader.member("operation") {
      guard let operation = value.string.flatMap({ Operation(rawValue: $0) }) else {
        throw value.mismatch(expected: RequestFilter.operations, found: value.shown)
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
    if let value = reader.member("account") { criteria.append(.account(try value.asString())) }
    if let value = reader.member("event") { criteria.append(.event(try value.asString())) }
    if let headers = reader.member("header") {
      _ = try headers.asObject()
      for (name, value) in headers.members {
        guard let field = HTTPField.Name(name) else {
          throw value.mismatch(expected: "a field name as key", found: "\"\(name)\"")
        }
        criteria.append(.header(field, try value.asString()))
      }
    }
    if let body = reader.member("body") {
      _ = try body.asObject()
      for (pointer, value) in body.members {
        guard pointer.isEmpty || pointer.hasPrefix("/") else {
          throw value.mismatch(expected: "a JSON Pointer such as \"/payment/type\" as key", found: "\"\(pointer)\"")
        }
        criteria.append(.body(pointer, value))
      }
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

  /// Compares with what was asked.
  ///
  /// - Parameter eventID: resolves an alias to the event's id.
  func judge(_ entries: [JournalEntry], eventID: (String) -> String) -> VerificationOutcome {
    var count = 0
    var misses: [VerificationOutcome.NearMiss] = []
    for entry in entries {
      var subject = Criterion.Subject(entry)
      let failures = criteria.compactMap { $0.failure(of: &subject, eventID: eventID) }
      if failures.isEmpty {
        count += 1
      } else {
        misses.append(VerificationOutcome.NearMiss(entry: entry, failures: failures))
      }
    }
    // More than enough requests were right: those that were not explain nothing.
    let isTooFew = !times.allows(count) && times.relation != .atMost && count < times.count
    let nearest = isTooFew ? VerificationOutcome.NearMiss.nearest(misses) : []
    return VerificationOutcome(count: count, times: times, nearMisses: nearest)
  }
}
