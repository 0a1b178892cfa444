public import JSONText

extension Report {
  /// Reads a report from the JSON that a server sent or a file holds.
  ///
  /// Unknown members are ignored, so that a newer server's report can be read.
  ///
  /// - Throws: ``JSONSyntaxError`` if it is not JSON, ``JSONMismatch`` if it is not a report.
  public init(json bytes: [UInt8]) throws {
    try self.init(json: JSONValue.parse(bytes))
  }

  /// Reads a report from a JSON value.
  ///
  /// - Throws: ``JSONMismatch`` if it is not a report.
  public init(json value: JSONValue) throws(JSONMismatch) {
    var json = try value.asObject()
    self.init(
      version: try Self.count("version", in: &json), verdict: try Self.named("verdict", in: &json),
      sandboxes: try Self.count("sandboxes", in: &json), steps: [], rules: [])
    for step in try json.array("steps") { steps.append(try StepCount(json: step)) }
    for rule in try json.array("rules") { rules.append(try RuleFinding(json: rule)) }
    for commit in try json.array("lostCommits") { lostCommits.append(try LostCommit(json: commit)) }
    if let waivers = try json.optionalArray("unusedWaivers") {
      for waiver in waivers { unusedWaivers.append(try Waiver(json: waiver)) }
    }
    if let sentences = try json.optionalArray("cautions") {
      for sentence in sentences { cautions.append(try sentence.asString()) }
    }
  }

  fileprivate static func count(_ name: String, in json: inout JSONObjectReader) throws(JSONMismatch) -> Int {
    let number = try json.integer(name)
    guard let count = Int(exactly: number), count >= 0 else {
      throw json.mismatch(
        at: try json.value(name), expected: "a number that is not negative", found: String(number))
    }
    return count
  }

  fileprivate static func named<Name: RawRepresentable<String>>(
    _ name: String, in json: inout JSONObjectReader
  ) throws(JSONMismatch) -> Name {
    let text = try json.string(name)
    guard let value = Name(rawValue: text) else {
      throw json.mismatch(at: try json.value(name), expected: "a \(name) that is known", found: "another string")
    }
    return value
  }
}

extension Report.StepCount {
  fileprivate init(json value: JSONValue) throws(JSONMismatch) {
    var json = try value.asObject()
    self.init(
      step: try json.string("step"), required: false, request: try json.optionalString("request"),
      count: try Report.count("count", in: &json))
    required = try json.bool("required")
  }
}

extension Report.RuleFinding {
  fileprivate init(json value: JSONValue) throws(JSONMismatch) {
    var json = try value.asObject()
    self.init(
      id: try json.string("id"), severity: try Report.named("severity", in: &json),
      state: try Report.named("state", in: &json), count: try Report.count("count", in: &json),
      sentence: try json.string("sentence"), fix: try json.string("fix"), source: try json.string("source"))
    for remark in try json.array("remarks") { remarks.append(try Report.Remark(json: remark)) }
  }
}

extension Report.Remark {
  fileprivate init(json value: JSONValue) throws(JSONMismatch) {
    var json = try value.asObject()
    self.init(
      sandbox: try json.string("sandbox"), request: try json.optionalString("request"), time: try json.string("time"),
      received: try json.string("received"), waived: try json.optionalString("waived"))
  }
}

extension Report.LostCommit {
  fileprivate init(json value: JSONValue) throws(JSONMismatch) {
    var json = try value.asObject()
    self.init(
      sandbox: try json.string("sandbox"), request: try json.string("request"),
      outcome: try Report.named("outcome", in: &json))
  }
}

extension Report.Waiver {
  fileprivate init(json value: JSONValue) throws(JSONMismatch) {
    var json = try value.asObject()
    self.init(rule: try json.string("rule"), reason: try json.string("reason"))
  }
}
