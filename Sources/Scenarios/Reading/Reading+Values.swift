import JSONText

/// Readers for the values in scenarios, with their limits.
extension Reading {
  /// The known members of an object by name; unknown and missing ones are reported.
  mutating func members(
    of value: JSONValue, _ known: [String], required: [(name: String, expected: String)] = []
  ) -> [String: JSONValue]? {
    // The kind is checked first because errors are costly: locating one means scanning all the text before it.
    guard value.kind == .object, var reader = try? value.asObject() else { return refuse(value, expected: "an object") }
    var members: [String: JSONValue] = [:]
    for name in known { members[name] = reader.member(name) }
    for member in reader.unread {
      note(
        JSONMismatch(
          path: member.path, expected: Self.list(known), found: "unknown key \(Self.quoted(member.name))",
          position: member.position, suggestion: member.suggestion))
    }
    for (name, expected) in required where members[name] == nil {
      note(reader.mismatch(missing: name, expected: expected))
    }
    return members
  }

  /// Whether an object has at least one known member; an empty object is reported.
  mutating func isFilled(_ members: [String: JSONValue], of value: JSONValue, _ expected: String) -> Bool {
    // An object with only unknown members has been reported already.
    if members.isEmpty, value.members.isEmpty { note(value.mismatch(expected: expected, found: "an empty object")) }
    return !members.isEmpty
  }

  /// A number within bounds.
  mutating func number(_ value: JSONValue, in range: ClosedRange<Double>, _ expected: String) -> Double? {
    guard let number = value.double, range.contains(number) else { return refuse(value, expected: expected) }
    return number
  }

  /// A whole number within bounds; `1.0` and `1e0` are whole too, as in JSON Schema.
  mutating func whole(_ value: JSONValue, in range: ClosedRange<Int>, _ unit: String = "a whole number") -> Int? {
    let expected = "\(unit) from \(range.lowerBound) to \(range.upperBound)"
    guard let double = value.double, let number = Int(exactly: double), range.contains(number) else {
      return refuse(value, expected: expected)
    }
    return number
  }

  /// A boolean.
  mutating func flag(_ value: JSONValue) -> Bool? {
    value.bool ?? refuse(value, expected: "true or false")
  }

  /// A text of bounded length in Unicode scalars.
  mutating func text(_ value: JSONValue, in range: ClosedRange<Int>) -> String? {
    guard let string = value.string, range.contains(string.unicodeScalars.count) else {
      return refuse(value, expected: "a string of \(range.lowerBound) to \(range.upperBound) characters")
    }
    return string
  }

  /// A text that a predicate accepts.
  mutating func text(_ value: JSONValue, _ expected: String, _ accepts: (String) -> Bool) -> String? {
    guard let string = value.string, accepts(string) else { return refuse(value, expected: expected) }
    return string
  }

  /// One of the raw values of an enumeration.
  mutating func choice<Choice>(_ value: JSONValue, _ type: Choice.Type) -> Choice?
  where Choice: RawRepresentable & CaseIterable, Choice.RawValue == String {
    let names = Choice.allCases.map(\.rawValue)
    guard let string = value.string, let choice = Choice(rawValue: string) else {
      let suggestion = value.string.flatMap { Self.nearest(to: $0, among: names) }
      return refuse(value, expected: Self.list(names), suggestion: suggestion)
    }
    return choice
  }

  /// One of the known names; the expectation says what kind of name, as there may be many.
  mutating func name(_ value: JSONValue, among names: [String], _ expected: String) -> String? {
    guard let string = value.string, names.contains(string) else {
      let suggestion = value.string.flatMap { Self.nearest(to: $0, among: names) }
      return refuse(value, expected: expected, suggestion: suggestion)
    }
    return string
  }
}
