import Determinism
import EventCatalogue
import JSONText
import Scenarios

/// A sandbox's scenarios and their counters, as part of its exported state.
extension ScenarioEngine.State {
  /// Writes everything as one JSON object, to be read by ``init(restoring:)``.
  func export(into writer: inout JSONWriter) {
    writer.object { object in
      object.array("active") { list in
        for scenario in sandbox { list.raw(scenario.source) }
      }
      object.array("faults") { list in
        for fault in faults { Self.write(fault, into: &list) }
      }
      object.integer("lastFault", lastFault)
      object.array("counters") { list in
        for (key, count) in counters.sorted(by: { $0.key.sortingName < $1.key.sortingName }) {
          list.object { object in
            object.string("origin", key.origin.rawValue)
            object.string("scenario", key.scenario)
            object.string("rule", key.rule)
            object.integer("draws", count.draws)
            object.integer("calls", count.calls)
          }
        }
      }
      guard let quotaUsage else { return object.null("quota") }
      object.object("quota") { quota in
        quota.integer("used", quotaUsage.used)
        quota.string("expiry", quotaUsage.expiry.rfc3339)
      }
    }
  }

  private static func write(_ fault: OneOffFault, into writer: inout JSONWriter) {
    writer.object { object in
      object.string("id", fault.id)
      object.integer("remaining", fault.remaining)
      object.object("rule") { rule in
        rule.key("when")
        rule.raw(fault.rule.when)
        rule.key("then")
        rule.raw(fault.rule.then)
        rule.integer("times", fault.rule.times)
      }
    }
  }

  /// Reads what ``export(into:)`` wrote.
  ///
  /// - Throws: `JSONMismatch` for the first thing that is wrong.
  init(restoring value: JSONValue) throws(JSONMismatch) {
    self.init()
    var reader = try value.asObject()
    for element in try reader.array("active") {
      sandbox.append(
        try Self.checked(element) { (element) throws(ScenarioErrors) in
          try ScenarioReader.read(element, file: "body", vocabulary: ScenarioLibrary.vocabulary)
        })
    }
    var ids: Set<String> = []
    for element in try reader.array("faults") {
      let fault = try Self.fault(element)
      guard ids.insert(fault.id).inserted else {
        throw element.mismatch(expected: "an id that no other fault has", found: fault.id)
      }
      faults.append(fault)
    }
    guard faults.count <= 2 * ScenarioEngine.faultLimit else {
      throw value.mismatch(expected: "at most \(2 * ScenarioEngine.faultLimit) faults", found: "\(faults.count)")
    }
    guard faults.reduce(0, { $0 + $1.weight }) <= 2 * ScenarioEngine.faultByteLimit else {
      throw value.mismatch(expected: "at most \(2 * ScenarioEngine.faultByteLimit) bytes of faults", found: "more")
    }
    let last = try reader.value("lastFault")
    lastFault = try Self.count(last)
    for fault in faults {
      guard let number = OneOffFault.number(of: fault.id), number <= lastFault else {
        throw last.mismatch(expected: "at least the number of \(fault.id)")
      }
    }
    for element in try reader.array("counters") {
      let (key, count) = try Self.counter(element)
      guard counters.updateValue(count, forKey: key) == nil else {
        throw element.mismatch(expected: "a rule that does not occur before", found: "one that does")
      }
    }
    let quota = try reader.value("quota")
    if quota.kind != .null { quotaUsage = try Self.quota(quota) }
    try reader.rejectUnread()
  }

  private static func fault(_ value: JSONValue) throws(JSONMismatch) -> OneOffFault {
    var reader = try value.asObject()
    let id = try reader.string("id")
    let remaining = try reader.value("remaining")
    let rule = try checked(reader.value("rule")) { (rule) throws(ScenarioErrors) in
      try ScenarioReader.oneOffRule(rule, file: "body", vocabulary: ScenarioLibrary.vocabulary)
    }
    try reader.rejectUnread()
    guard let count = remaining.integer, (0...Int64(rule.times)).contains(count) else {
      throw remaining.mismatch(expected: "a whole number from 0 to \(rule.times)")
    }
    return OneOffFault(id: id, rule: rule, remaining: Int(count))
  }

  private static func counter(_ value: JSONValue) throws(JSONMismatch) -> (RuleKey, RuleCounters) {
    var reader = try value.asObject()
    let text = try reader.value("origin")
    guard let origin = text.string.flatMap({ RuleOrigin(rawValue: $0) }) else {
      throw text.mismatch(expected: RuleOrigin.allCases.map(\.rawValue).joined(separator: " or "))
    }
    let key = RuleKey(
      origin: origin, scenario: try reader.value("scenario").text(in: 0...64),
      rule: try reader.value("rule").text(in: 0...64))
    let count = RuleCounters(draws: try count(reader.value("draws")), calls: try count(reader.value("calls")))
    try reader.rejectUnread()
    return (key, count)
  }

  private static func quota(_ value: JSONValue) throws(JSONMismatch) -> QuotaUsage {
    var reader = try value.asObject()
    let used = try reader.value("used")
    guard let count = used.integer, (0...1_000_000).contains(count) else {
      throw used.mismatch(expected: "a whole number from 0 to 1000000")
    }
    let text = try reader.value("expiry")
    guard let expiry = text.string.flatMap({ Instant(rfc3339: $0) }) else {
      throw text.mismatch(expected: "an RFC 3339 instant")
    }
    try reader.rejectUnread()
    return QuotaUsage(used: Int(count), expiry: expiry)
  }

  private static func count(_ value: JSONValue) throws(JSONMismatch) -> UInt64 {
    guard let count = value.integer, (0...100_000_000).contains(count) else {
      throw value.mismatch(expected: "a whole number from 0 to 100000000")
    }
    return UInt64(count)
  }

  /// Reads a part by the rules for scenarios; reports its first error.
  private static func checked<Part>(
    _ value: JSONValue, _ read: (JSONValue) throws(ScenarioErrors) -> Part
  ) throws(JSONMismatch) -> Part {
    do throws(ScenarioErrors) {
      return try read(value)
    } catch {
      let first = error.errors.first
      throw JSONMismatch(
        path: first?.path ?? value.path, expected: first?.expected ?? "a scenario", found: first?.found ?? "another",
        position: value.position, suggestion: first?.suggestion)
    }
  }
}

extension RuleKey {
  /// The key for sorting.
  fileprivate var sortingName: String { "\(origin.rawValue) \(scenario) \(rule)" }
}
