import EventCatalogue
package import JSONText
package import PartnerVocabulary

/// Reading fields according to their tables.
extension JSONObjectReader {
  /// The value of a field under its name or one of its other spellings; `nil` if absent or null.
  package mutating func value(_ field: WireField) -> JSONValue? {
    var found = member(field.name)
    for alias in field.aliases where found == nil { found = member(alias) }
    return found?.kind == .null ? nil : found
  }

  /// A required string, within the field's length.
  package mutating func required(_ field: WireField) throws(APIError) -> String {
    guard let text = try optional(field) else { throw missing(field) }
    return text
  }

  /// An optional string, within the field's length.
  package mutating func optional(_ field: WireField) throws(APIError) -> String? {
    guard let value = value(field) else { return nil }
    guard let text = value.string else { throw APIError(value.mismatch(expected: field.expectation)) }
    try field.checkLength(text, of: value)
    return text
  }

  /// A string, or a whole number converted to text: security codes are sent as either.
  mutating func optionalText(_ field: WireField) throws(APIError) -> String? {
    guard let value = value(field) else { return nil }
    guard let text = value.string ?? (value.isWholeNumber ? value.numberText : nil) else {
      throw APIError(value.mismatch(expected: field.expectation))
    }
    try field.checkLength(text, of: value)
    return text
  }

  /// A required object.
  mutating func requiredObject(_ field: WireField) throws(APIError) -> JSONObjectReader {
    guard let object = try optionalObject(field) else { throw missing(field) }
    return object
  }

  /// An optional object.
  mutating func optionalObject(_ field: WireField) throws(APIError) -> JSONObjectReader? {
    guard let value = value(field) else { return nil }
    do throws(JSONMismatch) {
      return try JSONObjectReader(value)
    } catch {
      throw APIError(error)
    }
  }

  /// The elements of an array; empty if it is absent.
  package mutating func elements(_ field: WireField) throws(APIError) -> [JSONValue] {
    guard let value = value(field) else { return [] }
    guard value.kind == .array else { throw APIError(value.mismatch(expected: "an array")) }
    return Array(value.elements)
  }

  /// A boolean, or the text of one.
  mutating func optionalBool(_ field: WireField) throws(APIError) -> Bool? {
    guard let value = value(field) else { return nil }
    guard let bool = field.bool(value) else { throw APIError(value.mismatch(expected: field.expectation)) }
    return bool
  }

  /// A whole number of at least 1, or the text of one.
  mutating func optionalCount(_ field: WireField) throws(APIError) -> Int? {
    guard let value = value(field) else { return nil }
    guard let count = field.count(value) else {
      throw APIError(value.mismatch(expected: field.expectation, found: value.numberText))
    }
    return count
  }

  /// A whole number, written as a number or as a string of digits, as both occur in the documents.
  mutating func optionalInteger(_ field: WireField) throws(APIError) -> Int? {
    guard let value = value(field) else { return nil }
    guard let number = field.integer(value) else { throw APIError(value.mismatch(expected: field.expectation)) }
    return number
  }

  /// An amount of money, written as a number or as a decimal string, as both occur in the documents.
  mutating func optionalAmount(_ field: WireField) throws(APIError) -> Money? {
    guard let value = value(field) else { return nil }
    guard let money = field.amount(value) else { throw APIError(value.mismatch(expected: field.expectation)) }
    return money
  }

  /// The error for a missing required field.
  package func missing(_ field: WireField) -> APIError {
    APIError(
      JSONMismatch(
        path: "\(value.path)/\(field.name)", expected: field.expectation, found: "nothing", position: value.position,
        suggestion: nil))
  }
}

extension WireField {
  /// The permitted numbers of characters; `nil` if there is no limit.
  package var lengths: ClosedRange<Int>? {
    switch kind {
    case .text(let lengths): lengths
    case .digits(let maximum): maximum.map { 0...$0 }
    default: nil
    }
  }

  /// A description of what the field must hold.
  package var expectation: String {
    switch kind {
    case .string: "a string"
    case .filled: "a string that is not empty"
    case .text(let lengths):
      lengths.lowerBound > 0
        ? "a string of \(lengths.lowerBound) to \(lengths.upperBound) characters"
        : "a string of at most \(lengths.upperBound) characters"
    case .choice(let values), .keyword(let values): "one of \(values.joined(separator: ", "))"
    case .date: "a date such as 2026-06-01"
    case .dateTime: "an instant such as 2026-06-01T18:00:00Z"
    case .plainDateTime: "an instant such as 2026-06-01 18:00:00.0"
    case .digits(nil): "a string or a whole number"
    case .digits(let maximum?): "a string or a whole number of at most \(maximum) characters"
    case .integer, .bounded: "a whole number"
    case .count: "a whole number of at least 1"
    case .money: "a number"
    case .amount: "an amount such as 101.66, as a number or a string"
    case .boolean: "a boolean"
    case .any: "any value"
    case .object: "an object"
    case .array: "an array"
    }
  }
}
