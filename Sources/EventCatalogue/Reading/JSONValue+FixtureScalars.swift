package import JSONText

/// Readers for the values in fixtures, with their limits.
extension JSONValue {
  /// What to print as found: the text of a scalar, or the kind of a container.
  private var shown: String {
    switch kind {
    case .array, .object: return kind.description
    default:
      let text = text
      return text.utf8.count <= 60 ? text : "\(text.prefix(57))…"
    }
  }

  /// The error to throw if this value is not what was expected.
  package func unfit(_ expected: String) -> JSONMismatch { mismatch(expected: expected, found: shown) }

  /// A whole number within bounds.
  package func number(in range: ClosedRange<Int>, _ expected: String? = nil) throws(JSONMismatch) -> Int {
    guard let integer, let number = Int(exactly: integer), range.contains(number) else {
      throw unfit(expected ?? "a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  /// A boolean.
  package func flag() throws(JSONMismatch) -> Bool {
    guard let bool else { throw unfit("true or false") }
    return bool
  }

  /// A text of bounded length in Unicode scalars.
  package func text(in range: ClosedRange<Int> = 1...200) throws(JSONMismatch) -> String {
    guard let string, range.contains(string.unicodeScalars.count) else {
      throw unfit("a string of \(range.lowerBound) to \(range.upperBound) characters")
    }
    return string
  }

  /// A text of ASCII characters that a predicate accepts.
  package func ascii(_ count: ClosedRange<Int>, _ expected: String, _ accepts: (UInt8) -> Bool) throws(JSONMismatch)
    -> String
  {
    guard let string, count.contains(string.utf8.count), string.utf8.allSatisfy(accepts) else { throw unfit(expected) }
    return string
  }

  /// One of the raw values of an enumeration.
  package func choice<Choice>(_ type: Choice.Type) throws(JSONMismatch) -> Choice
  where Choice: RawRepresentable & CaseIterable, Choice.RawValue == String {
    guard let string, let choice = Choice(rawValue: string) else {
      throw unfit(Choice.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: " or "))
    }
    return choice
  }

  /// An amount from 0 to 1,000,000 with at most two decimals.
  package func amount() throws(JSONMismatch) -> Money {
    guard let numberText, let money = Money(decimal: numberText), (0...100_000_000).contains(money.hundredths) else {
      throw unfit("an amount from 0 to 1000000 with at most two decimals")
    }
    return money
  }
}

extension JSONObjectReader {
  /// A required member.
  package mutating func required(_ name: String, _ expected: String) throws(JSONMismatch) -> JSONValue {
    guard let value = member(name) else { throw mismatch(missing: name, expected: expected) }
    return value
  }

  /// A required array with at least one element.
  package mutating func list(_ name: String, _ expected: String = "an array") throws(JSONMismatch) -> JSONElements {
    let value = try required(name, expected)
    guard value.kind == .array, value.elements.count > 0 else {
      throw value.unfit("an array with at least one element")
    }
    return value.elements
  }
}
