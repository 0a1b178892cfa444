import JSONText
import PartnerVocabulary

/// Checking fields that nobody reads: they must still match their tables.
extension WireTable {
  /// Checks whichever of the table's fields an object has, under every spelling.
  ///
  /// Values with further restrictions, such as a list of allowed words, are checked by whoever reads them.
  func check(_ object: JSONValue) throws(APIError) {
    for field in fields {
      if let found = object[field.name], found.kind != .null { try field.check(found) }
      for alias in field.aliases {
        if let found = object[alias], found.kind != .null { try field.check(found) }
      }
    }
  }
}

extension WireField {
  /// Checks a value that is not null.
  fileprivate func check(_ value: JSONValue) throws(APIError) {
    let holds: Bool
    switch kind {
    case .string, .filled, .choice, .keyword, .date, .dateTime, .plainDateTime: holds = value.kind == .string
    case .text:
      holds = value.kind == .string
      if holds { try checkLength(value.string ?? "", of: value) }
    case .digits(let maximum):
      holds = value.kind == .string || value.isWholeNumber
      if holds, maximum != nil { try checkLength(value.string ?? value.numberText ?? "", of: value) }
    case .integer, .bounded: holds = integer(value) != nil
    case .amount: holds = amount(value) != nil
    case .boolean: holds = bool(value) != nil
    case .count: holds = count(value) != nil
    case .array: holds = value.kind == .array
    case .object(let table):
      holds = value.kind == .object
      if holds { try table.check(value) }
    case .money, .any: holds = true
    }
    if !holds { throw APIError(value.mismatch(expected: expectation)) }
  }

  /// Checks the length of a text.
  func checkLength(_ text: String, of value: JSONValue) throws(APIError) {
    guard let lengths, let count = text.scalarCount(outside: lengths) else { return }
    var error = APIError(value.mismatch(expected: expectation, found: "\(count) characters"))
    if lengths.upperBound == Self.keptLength { error.decision = .requestLength }
    throw error
  }

}

extension String {
  /// The number of Unicode scalars, if it is outside a range; otherwise `nil`.
  package func scalarCount(outside lengths: ClosedRange<Int>) -> Int? {
    // A scalar has at least one byte, so the scalars of most texts need not be counted.
    if lengths.lowerBound <= 1, utf8.count >= lengths.lowerBound, utf8.count <= lengths.upperBound { return nil }
    let count = unicodeScalars.count
    return lengths.contains(count) ? nil : count
  }
}
