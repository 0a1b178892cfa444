import JSONText

/// Readers for parts of fixtures that can have several faults.
extension JSONFaults {
  /// A required member; notes if it is missing.
  mutating func required(_ name: String, _ expected: String, of reader: inout JSONObjectReader) -> JSONValue? {
    read(try reader.required(name, expected))
  }

  /// The elements of a required array; notes if it is missing, empty or something else.
  mutating func list(
    _ name: String, of reader: inout JSONObjectReader, _ expected: String = "an array"
  ) -> [JSONValue] {
    read(try reader.list(name, expected)).map(Array.init) ?? []
  }

  /// A charge: an amount without tax, or `{"price": 57.00, "tax": 4.13}`; none if it is missing or cannot be read.
  mutating func charge(_ value: JSONValue?) -> Charge {
    guard let value else { return .none }
    guard value.kind == .object, var reader = object(value) else {
      guard value.kind == .number else {
        note(value.unfit("an amount, or an object with price and tax"))
        return .none
      }
      return Charge(price: read(try value.amount()) ?? .zero, tax: .zero)
    }
    let price = read(try reader.required("price", "an amount").amount())
    let tax = read(try reader.optionalValue("tax")?.amount())
    finish(reader)
    return Charge(price: price ?? .zero, tax: tax ?? .zero)
  }
}
