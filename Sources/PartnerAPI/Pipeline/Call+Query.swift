import HTTPWire
import PartnerVocabulary
import PartnerWire

/// Reading the query as its tables state it.
extension Call {
  /// The value of a parameter under its name or one of its other spellings; `nil` if it is absent or empty.
  ///
  /// - Throws: `invalid-input` for a value that is too long, and for a name that is known to be misspelt.
  mutating func query(_ field: WireField) throws(APIError) -> String? {
    var found = query.first(field.name).flatMap { $0.isEmpty ? nil : $0 }
    for alias in field.aliases where found == nil {
      found = query.first(alias).flatMap { $0.isEmpty ? nil : $0 }
      if found != nil { otherForms.note(alias, for: field) }
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

  /// The value of a parameter that must be there.
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

  /// Whether a parameter is `true`; without it, it is not.
  ///
  /// - Throws: `invalid-input` for anything but `true` and `false`, in any case.
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
