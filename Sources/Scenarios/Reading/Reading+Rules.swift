import JSONText

/// Reads rules, and when they apply.
extension Reading {
  mutating func rules(_ value: JSONValue) -> [Rule]? {
    guard value.kind == .array else { return refuse(value, expected: "an array of rules") }
    var names: Set<String> = []
    var rules: [Rule] = []
    for element in value.elements {
      let required = [
        (name: "name", expected: "a name"), ("when", "a condition"), ("then", Self.effectForm),
      ]
      guard let members = members(of: element, ["name", "when", "then"], required: required) else { continue }
      let name = members["name"].flatMap { value in
        text(value, TextForm.name, TextForm.isName).flatMap { name -> String? in
          names.insert(name).inserted ? name : refuse(value, expected: "a name that no rule before it has")
        }
      }
      let condition = members["when"].flatMap { self.condition($0) }
      let effect = members["then"].flatMap { self.effect($0) }
      if let when = members["when"], let effect { checkScope(of: effect.outcome, in: when) }
      guard let name, let condition, let effect else { continue }
      rules.append(
        Rule(
          name: name, condition: condition, outcome: effect.outcome, delay: effect.delay, clock: effect.clock))
    }
    return rules
  }

  mutating func oneOffRule(_ value: JSONValue) -> OneOffRule? {
    let required = [(name: "when", expected: "a condition"), ("then", Self.effectForm)]
    guard let members = members(of: value, ["when", "then", "times"], required: required) else { return nil }
    let condition = members["when"].flatMap { self.condition($0) }
    let effect = members["then"].flatMap { self.effect($0) }
    if let when = members["when"], let effect { checkScope(of: effect.outcome, in: when) }
    let times = members["times"].map { whole($0, in: 1...1_000_000) } ?? 1
    guard let condition, let effect, let times, let when = members["when"], let then = members["then"] else {
      return nil
    }
    return OneOffRule(
      condition: condition, outcome: effect.outcome, delay: effect.delay, clock: effect.clock, times: times,
      when: when.serialized(), then: then.serialized())
  }

  private mutating func condition(_ value: JSONValue) -> Condition? {
    let known = ["operation", "event", "account", "host", "header", "body", "calls", "probability"]
    guard
      let members = members(of: value, known, required: [("operation", "the name of an operation, a list, or \"*\"")])
    else { return nil }
    let operations = members["operation"].flatMap { self.operations($0) }
    let event = members["event"].flatMap {
      text($0, "an event id of 1 to 40 letters and digits", TextForm.isEventID)
    }
    let account = members["account"].flatMap { text($0, in: 1...100) }
    let host = members["host"].flatMap { text($0, "1 to 40 letters, digits and hyphens", TextForm.isHost) }
    let headers = members["header"].flatMap { self.headers($0) }
    let body = members["body"].flatMap { self.body($0) }
    let calls = members["calls"].flatMap { self.calls($0) }
    let probability = members["probability"].map { number($0, in: 0...1, "a number from 0 to 1") } ?? 1
    guard let operations, let probability else { return nil }
    return Condition(
      operations: operations, event: event, account: account, host: host, headers: headers ?? [:], body: body ?? [],
      calls: calls, probability: probability)
  }

  private mutating func operations(_ value: JSONValue) -> OperationPattern? {
    let expected = "the name of an operation, a list, or \"*\""
    switch value.kind {
    case .string where value.stringEquals("*"): return .any
    case .string: return name(value, among: vocabulary.operations, expected).map { .named([$0]) }
    case .array where !value.elements.isEmpty:
      var names: [String] = []
      var known: Set<String> = []
      for element in value.elements {
        guard let name = name(element, among: vocabulary.operations, "the name of an operation") else { continue }
        if !known.insert(name).inserted {
          note(element.mismatch(expected: "a name that is not in the list yet", found: Self.quoted(name)))
        }
        names.append(name)
      }
      return .named(names)
    case .array: return refuse(value, expected: expected, found: "an empty list")
    default: return refuse(value, expected: expected)
    }
  }

  private mutating func headers(_ value: JSONValue) -> [String: String]? {
    guard value.kind == .object, !value.members.isEmpty else {
      return refuse(value, expected: "an object with at least one header")
    }
    var headers: [String: String] = [:]
    for (name, element) in value.members {
      if !TextForm.isFieldName(name) {
        note(element.mismatch(expected: "a header's name", found: Self.quoted(name)))
      }
      headers[name] = text(element, in: 0...1_000)
    }
    return headers
  }

  private mutating func body(_ value: JSONValue) -> [BodyTest]? {
    guard value.kind == .object, !value.members.isEmpty else {
      return refuse(value, expected: "an object with at least one JSON Pointer")
    }
    return value.members.map { pointer, element in
      if !TextForm.isPointer(pointer) {
        note(element.mismatch(expected: "a JSON Pointer such as \"/payment/type\"", found: Self.quoted(pointer)))
      }
      return BodyTest(pointer: pointer, expected: element)
    }
  }

  private mutating func calls(_ value: JSONValue) -> CallWindow? {
    guard
      let members = members(of: value, ["after", "first"]), isFilled(members, of: value, "\"after\", \"first\" or both")
    else { return nil }
    let after = members["after"].flatMap { whole($0, in: 0...1_000_000_000) }
    let first = members["first"].flatMap { whole($0, in: 1...1_000_000_000) }
    return CallWindow(after: UInt64(after ?? 0), first: first.map { UInt64($0) })
  }
}
