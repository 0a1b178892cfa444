import EventCatalogue
import JSONText

/// How text is read where the documents have a boolean or a number; the same in every request.
///
/// Programs that worked against the real service send `accept_best_available` and `quantity` in quotes, and the
/// documents themselves print amounts, months and ids both ways. Any other text is refused as usual.
extension WireField.Kind {
  /// A form of text that is accepted as a value of another type.
  package enum TextForm: Sendable {
    /// `true` or `false`, in lower case.
    case truth
    /// Digits, optionally after a minus sign; months and country numbers have leading zeros.
    case wholeNumber
    /// Digits that do not begin with a zero.
    case count
    /// A decimal number with whole cents.
    case money
  }

  /// The form of text that a request may use instead of the field's own type; `nil` if none.
  package var textForm: TextForm? {
    switch self {
    case .boolean: .truth
    case .integer, .bounded: .wholeNumber
    case .count: .count
    case .amount: .money
    case .string, .filled, .text, .choice, .keyword, .date, .dateTime, .plainDateTime, .digits, .money, .any, .object,
      .array:
      nil
    }
  }
}

extension WireField.Kind.TextForm {
  /// The form as a JSON Schema regular expression.
  package var pattern: String {
    switch self {
    case .truth: "^(?:true|false)$"
    case .wholeNumber: "^-?[0-9]{1,18}$"
    case .count: "^[1-9][0-9]*$"
    case .money: "^-?[0-9]{1,12}(?:[.][0-9]{1,2}0*)?$"
    }
  }
}

/// Reading the values of members, from their own types or from text.
extension WireField {
  /// A boolean, or the text of one.
  func bool(_ value: JSONValue) -> Bool? {
    switch value.string {
    case nil: value.bool
    case "true": true
    case "false": false
    default: nil
    }
  }

  /// A whole number, or the text of one.
  func integer(_ value: JSONValue) -> Int? {
    guard let text = value.string else { return value.integer.map { Int($0) } }
    return text.hasPrefix("+") ? nil : Int(text)
  }

  /// A whole number of at least 1, or the text of one; one that overflows stands for "more than any limit".
  func count(_ value: JSONValue) -> Int? {
    guard let text = value.string ?? (value.isWholeNumber ? value.numberText : nil), !text.hasPrefix("-") else {
      return nil
    }
    if value.kind == .string {
      guard text.first != "0", !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
      return Int(text) ?? Int.max
    }
    let count = value.integer.map { Int($0) } ?? Int.max
    return count >= 1 ? count : nil
  }

  /// A sum of money, or the text of one.
  func amount(_ value: JSONValue) -> Money? {
    (value.numberText ?? value.string).flatMap { Money(decimal: $0) }
  }
}
