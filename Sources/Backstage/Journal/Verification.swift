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
  init?(_ reader: inout JSONObjectReader, _ faults: inout JSONFaults) {
    if let operation = faults.read(try Self.operation(reader.member("operation"))) {
      criteria.append(.operation(operation))
    }
    if let value = reader.member("where"), var conditions = faults.object(value) {
      readConditions(&conditions, &faults)
      faults.finish(conditions)
    }
    if let value = reader.member("times"), let times = Self.times(value, &faults) { self.times = times }
  }

  private static func operation(_ value: JSONValue?) throws(JSONMismatch) -> Operation? {
    guard let value else { return nil }
    guard let operation = value.string.flatMap({ Operation(rawValue: $0) }) else {
      var mismatch = value.mismatch(expected: RequestFilter.operations, found: value.shown)
      mismatch.suggestion = value.string.flatMap {
        Spelling.nearest(to: $0, among: Operation.allCases.map(\.rawValue))
      }
      throw mismatch
    }
    return operation
  }

  private mutating func readConditions(_ reader: inout JSONObjectReader, _ faults: inout JSONFaults) {
    if let value = reader.member("status") {
      if let pattern = StatusPattern(value.string ?? value.text) {
        criteria.append(.status(pattern, value))
      } else {
        faults.note(
          value.mismatch(expected: "a status such as 400, or a class such as \"4xx\"", found: value.shown))
      }
    }
    if let value = reader.member("outcome") {
      if let outcome = value.string.flatMap(ExchangeOutcome.init(rawValue:)) {
        criteria.append(.outcome(outcome))
      } else {
        faults.note(value.mismatch(expected: RequestFilter.outcomes, found: value.shown))
      }
    }
    if let account = faults.read(try reader.member("account")?.asString()) { criteria.append(.account(account)) }
    if let event = faults.read(try reader.member("event")?.asString()) { criteria.append(.event(event)) }
    readMembers(of: reader.member("header"), &faults) { (name, value) throws(JSONMismatch) in
      guard let field = HTTPField.Name(name) else {
        throw value.mismatch(expected: "a field name as key", found: "\"\(name)\"")
      }
      return .header(field, try value.asString())
    }
    readMembers(of: reader.member("body"), &faults) { (text, value) throws(JSONMismatch) in
      guard let pointer = JSONPointer(text) else {
        throw value.mismatch(expected: "a JSON Pointer such as \"/payment/type\" as key", found: "\"\(text)\"")
      }
      return .body(pointer, text: text, value)
    }
  }

  /// Reads the criteria that have names of their own.
  private mutating func readMembers(
    of value: JSONValue?, _ faults: inout JSONFaults, _ read: (String, JSONValue) throws(JSONMismatch) -> Criterion
  ) {
    guard let value, faults.object(value) != nil else { return }
    guard criteria.count + value.members.count <= Self.criterionLimit else {
      return faults.note(
        value.mismatch(
          expected: "at most \(Self.criterionLimit) criteria in all", found: "\(value.members.count) members"))
    }
    for (name, member) in value.members {
      if let criterion = faults.read(try read(name, member)) { criteria.append(criterion) }
    }
  }

  private static func times(_ value: JSONValue, _ faults: inout JSONFaults) -> Times? {
    guard var reader = faults.object(value) else { return nil }
    var found = 0
    var times: Times?
    for relation in Times.Relation.allCases {
      guard let number = reader.member(relation.rawValue) else { continue }
      found += 1
      guard let count = number.integer, (0...1_000_000).contains(count) else {
        faults.note(number.mismatch(expected: "a whole number from 0", found: number.shown))
        continue
      }
      times = Times(relation: relation, count: Int(count))
    }
    // A misspelt name is told anyway.
    if found > 1 || found == 0 && reader.unread.isEmpty {
      faults.note(
        value.mismatch(
          expected: "exactly one of exactly, atLeast, atMost", found: found == 0 ? "none" : "\(found) of them"))
    }
    faults.finish(reader)
    return times
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
