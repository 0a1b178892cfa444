import Determinism
public import JSONText

extension Ledger {
  private static let counts: ClosedRange<Int64> = 0...1_000_000_000_000
  private static let rowLimit = 4096

  /// Reads what ``export(into:)`` wrote.
  ///
  /// - Throws: `JSONMismatch` for the first thing that is wrong.
  public init(restoring value: JSONValue) throws(JSONMismatch) {
    self.init()
    var reader = try value.asObject()
    let version = try reader.value("version")
    guard version.integer == Int64(Rule.version) else {
      throw version.mismatch(
        expected: "version \(Rule.version) of the rules; without \"ledger\", a new ledger begins", found: version.text)
    }
    calls = try Self.count(reader.value("calls"))
    unauthorized = try Self.count(reader.value("unauthorized"))
    let event = try reader.value("firstEvent")
    guard let number = event.string.flatMap({ UInt64($0) }) else {
      throw event.mismatch(expected: "a number as a string")
    }
    firstEvent = number
    hasSeveralEvents = try reader.bool("severalEvents")
    for id in try reader.array("exercised") { exercised.insert(try Self.place(id)) }
    try restoreSteps(reader.array("steps"))
    for element in try reader.array("rules") {
      var entry = try element.asObject()
      let place = try Self.place(entry.value("rule"))
      guard !tallies.contains(where: { $0.place == place }) else {
        throw element.mismatch(expected: "each rule once", found: Rule.all[place].id)
      }
      tallies.append((place, try Self.tally(&entry)))
    }
    for element in try reader.array("lostCommits") {
      var entry = try element.asObject()
      let request = UInt64(try Self.count(entry.value("request")))
      let word = try entry.value("outcome")
      guard let outcome = word.string.flatMap({ Report.LostCommit.Outcome(rawValue: $0) }) else {
        throw word.mismatch(expected: "found, asked again, bought twice or gave up")
      }
      try entry.rejectUnread()
      lostCommits.add((request, outcome))
    }
    for element in try reader.array("waivers") {
      var entry = try element.asObject()
      let place = try Self.place(entry.value("rule"))
      let reason = try entry.string("reason")
      let isUsed = try entry.bool("used")
      try entry.rejectUnread()
      guard let waiver = Waiver(rule: Rule.all[place].id, reason: reason), waivers.count < Self.waiverLimit else {
        throw element.mismatch(expected: "at most \(Self.waiverLimit) waivers")
      }
      waivers.append((waiver, isUsed))
    }
    memories = Self.freshMemories
    for element in try reader.array("memories") { try restoreMemory(element) }
    try reader.rejectUnread()
  }

  private mutating func restoreSteps(_ list: JSONElements) throws(JSONMismatch) {
    if list.count > 0 { steps = Array(repeating: StepCount(), count: Step.allCases.count) }
    for element in list {
      var entry = try element.asObject()
      let name = try entry.value("step")
      guard let place = Step.allCases.firstIndex(where: { $0.name == name.string }) else {
        throw name.mismatch(expected: "a step")
      }
      steps[place].count = try Self.count(entry.value("count"))
      steps[place].first = UInt64(try Self.count(entry.value("first")))
      try entry.rejectUnread()
    }
  }

  private mutating func restoreMemory(_ element: JSONValue) throws(JSONMismatch) {
    var entry = try element.asObject()
    let id = try entry.value("rule")
    guard let slot = Rule.remembering.firstIndex(of: try Self.place(id)) else {
      throw id.mismatch(expected: "a rule that remembers")
    }
    var rows: [[Int64]] = []
    let list = try entry.array("rows")
    guard list.count <= Self.rowLimit else { throw element.mismatch(expected: "at most \(Self.rowLimit) rows") }
    for row in list {
      var numbers: [Int64] = []
      for number in try row.asArray() {
        guard let value = number.string.flatMap({ Int64($0) }) else {
          throw number.mismatch(expected: "a number as a string")
        }
        numbers.append(value)
      }
      rows.append(numbers)
    }
    try entry.rejectUnread()
    memories[slot].restore(rows)
  }

  private static func tally(_ entry: inout JSONObjectReader) throws(JSONMismatch) -> Tally {
    var tally = Tally()
    let counts = (
      all: try count(entry.value("count")), light: try count(entry.value("light")),
      waived: try count(entry.value("waived"))
    )
    for element in try entry.array("remarks") {
      var reader = try element.asObject()
      let request = UInt64(try count(reader.value("request")))
      let text = try reader.value("time")
      guard let time = text.string.flatMap({ Instant(rfc3339: $0) }) else {
        throw text.mismatch(expected: "an RFC 3339 instant")
      }
      let received = try reader.string("received")
      var severity: Report.Severity?
      if let word = reader.optionalValue("severity") {
        severity = word.string.flatMap { Report.Severity(rawValue: $0) }
        if severity == nil { throw word.mismatch(expected: "violation, warning or advice") }
      }
      let waived = try reader.optionalString("waived")
      try reader.rejectUnread()
      tally.add(Tally.Remark(text: received, request: request, time: time, severity: severity, waived: waived))
    }
    try entry.rejectUnread()
    (tally.count, tally.light, tally.waivedCount) = counts
    return tally
  }

  private static func place(_ id: JSONValue) throws(JSONMismatch) -> Int {
    guard let place = id.string.flatMap({ Rule.place(of: $0) }) else { throw id.mismatch(expected: "a rule's id") }
    return place
  }

  private static func count(_ value: JSONValue) throws(JSONMismatch) -> Int {
    guard let count = value.integer, counts.contains(count) else {
      throw value.mismatch(expected: "a whole number from 0 to \(counts.upperBound)")
    }
    return Int(count)
  }
}
