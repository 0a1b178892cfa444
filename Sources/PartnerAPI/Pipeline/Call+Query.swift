import HTTPWire
import PartnerVocabulary
import PartnerWire

extension Query {
  /// The value of a parameter; `nil` if it is absent or empty.
  ///
  /// - Parameter entry: the error if two differing values are given; which one counts would be a guess.
  /// - Throws: that error.
  func value(_ name: String, else entry: ErrorEntry = ErrorCatalogue.invalidInput) throws(APIError) -> String? {
    do throws(AmbiguousParameter) {
      return try only(name)
    } catch {
      throw APIError(entry, error.sentence)
    }
  }
}

/// Reading the query according to its tables.
extension Call {
  /// The value of a parameter under its name or one of its other spellings; `nil` if it is absent or empty.
  ///
  /// - Throws: `invalid-input` for a value that is too long, for two values that differ, and for a known misspelling of
  ///   the name.
  mutating func query(_ field: WireField) throws(APIError) -> String? {
    var found = try query.value(field.name)
    for alias in field.aliases {
      guard let other = try query.value(alias) else { continue }
      guard found == nil || found == other else {
        throw APIError(
          ErrorCatalogue.invalidInput,
          "The query has \(field.name) and \(alias), with different values; expected one value."
        )
      }
      if found == nil { otherForms.note(alias, for: field) }
      found = other
    }
    if found == nil, let wrong = QueryWire.misspellings[field.name], query.first(wrong) != nil {
      throw APIError(
        ErrorCatalogue.invalidInput,
        "The query has \(wrong); the parameter is spelt \(field.name), and its value is percent-encoded.")
    }
    if let found, let count = field.lengths.flatMap(found.scalarCount) {
      throw APIError(
        ErrorCatalogue.invalidInput,
        "\(field.name) in the query: expected \(field.expectation), found \(count) characters")
    }
    return found
  }

  /// The value of a required parameter.
  ///
  /// - Throws: `invalid-input`.
  mutating func requiredQuery(_ field: WireField) throws(APIError) -> String {
    guard let value = try query(field) else {
      throw APIError(ErrorCatalogue.invalidInput, "The query needs \(field.name), percent-encoded.")
    }
    return value
  }

  /// A whole number of at least 0.
  ///
  /// - Throws: `invalid-input` for anything else.
  mutating func queryCount(_ field: WireField, upTo limit: Int) throws(APIError) -> Int? {
    guard let text = try query(field) else { return nil }
    guard text.utf8.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }), let count = Int(text),
      count <= limit
    else {
      throw APIError(
        ErrorCatalogue.invalidInput,
        "\(field.name) in the query: expected a whole number from 0 to \(limit), found \"\(text.prefix(40))\"")
    }
    return count
  }

  /// Whether a parameter is `true`; an absent one is not.
  ///
  /// - Throws: `invalid-input` for anything but `true` and `false`, compared without case.
  mutating func flag(_ field: WireField) throws(APIError) -> Bool {
    switch try query(field)?.lowercased() {
    case nil, "false": return false
    case "true": return true
    case let text?:
      throw APIError(
        ErrorCatalogue.invalidInput,
        "\(field.name) in the query: expected true or false, found \"\(text.prefix(40))\"")
    }
  }

  /// The cart that the query names.
  mutating func cartIDInQuery() throws(APIError) -> String { try requiredQuery(QueryWire.cartID) }
}
