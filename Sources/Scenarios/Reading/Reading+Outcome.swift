import JSONText

/// Reads what rules do.
extension Reading {
  /// The keys of the outcomes, in the order in which the documentation lists them.
  private static let outcomes = [
    "error", "respond", "fault", "poll", "loseResponse", "token", "inventory",
  ]

  /// What an effect must have, for messages.
  static let effectForm = "an outcome, a delay or a move of the clock"

  mutating func effect(_ value: JSONValue) -> (outcome: Outcome, delay: Delay?, clock: ClockStep?)? {
    guard
      let members = members(of: value, Self.outcomes + ["ticket", "delay", "clock"]),
      isFilled(members, of: value, Self.effectForm)
    else { return nil }
    let delay = members["delay"].flatMap { self.delay($0) }
    let clock = members["clock"].flatMap { clockStep($0) }
    let ticket = members["ticket"].flatMap { whole($0, in: 1...100, "the number of a ticket") }
    if let ticket = members["ticket"], members["token"] == nil, members["error"] == nil {
      note(
        ticket.mismatch(
          expected: "\"ticket\" beside \"token\" or \"error\" only", found: "\"ticket\" without either"))
    }
    let given = Self.outcomes.filter { members[$0] != nil }
    for other in given.dropFirst() {
      guard let value = members[other] else { continue }
      note(value.mismatch(expected: "one outcome in a rule", found: "\"\(other)\" besides \"\(given[0])\""))
    }
    let outcomes = given.map { name in
      // Tickets have different errors from answers, even if the ticket's number cannot be read.
      name == "error" && members["ticket"] != nil
        ? members[name].flatMap { ticketError($0, ticket: ticket) }
        : members[name].flatMap { outcome(name, $0, ticket: ticket) }
    }
    return (outcomes.first ?? .unchanged).map { ($0, delay, clock) }
  }

  private mutating func outcome(_ name: String, _ value: JSONValue, ticket: Int?) -> Outcome? {
    switch name {
    case "error": errorName(value).map { .error($0) }
    case "respond": response(value).map { .respond($0) }
    case "fault": choice(value, ConnectionFault.self).map { .fault($0) }
    case "poll": poll(value)
    case "loseResponse": value.bool == true ? .loseResponse : refuse(value, expected: "true")
    case "token": choice(value, TokenFlaw.self).map { .token($0, ticket: ticket) }
    default: choice(value, InventoryState.self).map { .inventory($0) }
    }
  }

  /// The name of an error; a vendor's code or a status is refused, but with the name that was probably meant.
  private mutating func errorName(_ value: JSONValue) -> String? {
    let number = value.string.flatMap { Int($0) } ?? value.integer.flatMap { Int(exactly: $0) }
    guard let number, let names = vocabulary.errorNumbers[number], let first = names.first else {
      return name(value, among: vocabulary.errorNames, "the name of an error")
    }
    let expected =
      names.count == 1
      ? "the name of an error"
      : "the name of an error, which for \(number) is "
        + Self.list(names)
    return refuse(value, expected: expected, suggestion: first)
  }

  private mutating func ticketError(_ value: JSONValue, ticket: Int?) -> Outcome? {
    let name = name(value, among: vocabulary.ticketErrors, "the text of a ticket's error")
    guard let name, let ticket else { return nil }
    return .ticketError(name, ticket: ticket)
  }

  private mutating func clockStep(_ value: JSONValue) -> ClockStep? {
    let required = [(name: "advance", expected: ClockStep.forms)]
    guard let members = members(of: value, ["advance", "at"], required: required) else { return nil }
    let moment = members["at"].map { choice($0, Delay.Moment.self) } ?? .before
    let duration: Duration? = members["advance"].flatMap { advance in
      advance.string.flatMap(ClockStep.duration) ?? refuse(advance, expected: ClockStep.forms)
    }
    guard let duration, let moment else { return nil }
    return ClockStep(duration, moment: moment)
  }

  private mutating func poll(_ value: JSONValue) -> Outcome? {
    let required = [(name: "times", expected: "a number of times"), ("waitSeconds", "a number of seconds")]
    guard let members = members(of: value, ["times", "waitSeconds"], required: required) else { return nil }
    let times = members["times"].flatMap { whole($0, in: 1...100) }
    let waitSeconds = members["waitSeconds"].flatMap { whole($0, in: 1...600, "a whole number of seconds") }
    guard let times, let waitSeconds else { return nil }
    return .poll(times: times, waitSeconds: waitSeconds)
  }

  private mutating func response(_ value: JSONValue) -> CannedResponse? {
    guard
      let members = members(
        of: value, ["status", "headers", "body", "text"], required: [("status", "a status from 200 to 599")])
    else { return nil }
    let status = members["status"].flatMap { whole($0, in: 200...599, "a status") }
    let headers = members["headers"].map { responseHeaders($0) } ?? []
    var body = members["body"].map { CannedResponse.Body.json($0.serialized()) }
    if let value = members["text"] {
      if body != nil { note(value.mismatch(expected: "\"body\" or \"text\"", found: "both")) }
      body = text(value, "a text") { _ in true }.map { .text($0) }
    }
    if let status, [204, 205, 304].contains(status), let value = members["body"] ?? members["text"] {
      note(value.mismatch(expected: "no body with status \(status)", found: "one"))
    }
    return status.map { CannedResponse(status: $0, headers: headers, body: body) }
  }

  private mutating func responseHeaders(_ value: JSONValue) -> [CannedResponse.Header] {
    guard value.kind == .object else { return refuse(value, expected: "an object") ?? [] }
    return value.members.compactMap { name, element in
      if TextForm.isConnectionField(name) {
        note(element.mismatch(expected: "no header that the connection writes itself", found: Self.quoted(name)))
      } else if !TextForm.isFieldName(name) {
        note(element.mismatch(expected: "a header's name", found: Self.quoted(name)))
      }
      return text(element, "at most 1000 printable ASCII characters, no space at either end", TextForm.isFieldValue).map
      {
        CannedResponse.Header(name: name, value: $0)
      }
    }
  }

  private mutating func delay(_ value: JSONValue) -> Delay? {
    let forms = ["milliseconds", "uniform", "lognormal"]
    guard let members = members(of: value, forms + ["at"]) else { return nil }
    let moment = members["at"].map { choice($0, Delay.Moment.self) } ?? .before
    let given = forms.filter { members[$0] != nil }
    guard let form = given.first else {
      // Misspelt keys have been reported already.
      guard members.count == value.members.count else { return nil }
      return refuse(value, expected: Self.list(forms), found: "none of them")
    }
    for other in given.dropFirst() {
      guard let value = members[other] else { continue }
      note(value.mismatch(expected: "one kind of delay", found: "\"\(other)\" besides \"\(form)\""))
    }
    let lengths = given.map { name in members[name].flatMap { length(name, $0) } }
    guard let length = lengths.first ?? nil, let moment else { return nil }
    return Delay(length: length, moment: moment)
  }

  private mutating func length(_ form: String, _ value: JSONValue) -> Delay.Length? {
    switch form {
    case "milliseconds":
      return milliseconds(value).map { .fixed(milliseconds: $0) }
    case "uniform":
      guard let (min, max) = figures(value, "min", "max", from: 0) else { return nil }
      return .uniform(min: min, max: max)
    default:
      guard let (median, p99) = figures(value, "median", "p99", from: 0.001) else { return nil }
      return .lognormal(median: median, p99: p99)
    }
  }

  private mutating func milliseconds(_ value: JSONValue, from least: Double = 0) -> Double? {
    let bound = least == 0 ? "0" : "\(least)"
    return number(value, in: least...600_000, "a number of milliseconds from \(bound) to 600000")
  }

  /// Two figures, the second of which must not be less than the first.
  private mutating func figures(
    _ value: JSONValue, _ lower: String, _ upper: String, from least: Double
  ) -> (lower: Double, upper: Double)? {
    let required = [lower, upper].map { (name: $0, expected: "a number of milliseconds") }
    guard let members = members(of: value, [lower, upper], required: required) else { return nil }
    let low = members[lower].flatMap { milliseconds($0, from: least) }
    let high = members[upper].flatMap { milliseconds($0, from: least) }
    guard let low, let high, let place = members[upper] else { return nil }
    guard low <= high else { return refuse(place, expected: "no less than \"\(lower)\"") }
    return (low, high)
  }
}
