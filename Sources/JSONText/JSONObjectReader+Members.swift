extension JSONObjectReader {
  /// The text of a required string.
  ///
  /// - Throws: ``JSONMismatch`` if it is missing or something else.
  public mutating func string(_ name: String) throws(JSONMismatch) -> String {
    guard let index = find(name) else {
      noteMissed(name)
      throw mismatch(missing: name, expected: "a string")
    }
    let entry = value.tape.entries[index]
    if entry.tag == TapeEntry.Tag.string { return value.tape.string(entry) }
    return try JSONValue(tape: value.tape, index: index).asString()
  }

  /// The text of an optional string; `nil` if it is missing or `null`.
  ///
  /// - Throws: ``JSONMismatch`` if it is something else.
  public mutating func optionalString(_ name: String) throws(JSONMismatch) -> String? {
    guard let member = member(name), !member.isNull else { return nil }
    return try member.asString()
  }

  /// A required whole number that fits `Int64`, written without fraction and exponent.
  ///
  /// - Throws: ``JSONMismatch`` if it is missing or something else.
  public mutating func integer(_ name: String) throws(JSONMismatch) -> Int64 {
    guard let member = member(name) else { throw mismatch(missing: name, expected: "an integer") }
    return try member.asInteger()
  }

  /// An optional whole number that fits `Int64`, written without fraction and exponent; `nil` if missing or `null`.
  ///
  /// - Throws: ``JSONMismatch`` if it is something else.
  public mutating func optionalInteger(_ name: String) throws(JSONMismatch) -> Int64? {
    guard let member = member(name), !member.isNull else { return nil }
    return try member.asInteger()
  }

  /// The value of a required boolean.
  ///
  /// - Throws: ``JSONMismatch`` if it is missing or something else.
  public mutating func bool(_ name: String) throws(JSONMismatch) -> Bool {
    guard let member = member(name) else { throw mismatch(missing: name, expected: "a boolean") }
    return try member.asBool()
  }

  /// The value of an optional boolean; `nil` if it is missing or `null`.
  ///
  /// - Throws: ``JSONMismatch`` if it is something else.
  public mutating func optionalBool(_ name: String) throws(JSONMismatch) -> Bool? {
    guard let member = member(name), !member.isNull else { return nil }
    return try member.asBool()
  }

  /// The `Double` nearest to a required number.
  ///
  /// - Throws: ``JSONMismatch`` if it is missing or something else.
  public mutating func double(_ name: String) throws(JSONMismatch) -> Double {
    guard let member = member(name) else { throw mismatch(missing: name, expected: "a number") }
    return try member.asDouble()
  }

  /// The `Double` nearest to an optional number; `nil` if it is missing or `null`.
  ///
  /// - Throws: ``JSONMismatch`` if it is something else.
  public mutating func optionalDouble(_ name: String) throws(JSONMismatch) -> Double? {
    guard let member = member(name), !member.isNull else { return nil }
    return try member.asDouble()
  }

  /// The text of a required number, as written.
  ///
  /// - Throws: ``JSONMismatch`` if it is missing or something else.
  public mutating func numberText(_ name: String) throws(JSONMismatch) -> String {
    guard let member = member(name) else { throw mismatch(missing: name, expected: "a number") }
    return try member.asNumberText()
  }

  /// The text of an optional number, as written; `nil` if it is missing or `null`.
  ///
  /// - Throws: ``JSONMismatch`` if it is something else.
  public mutating func optionalNumberText(_ name: String) throws(JSONMismatch) -> String? {
    guard let member = member(name), !member.isNull else { return nil }
    return try member.asNumberText()
  }

  /// The elements of a required array.
  ///
  /// - Throws: ``JSONMismatch`` if it is missing or something else.
  public mutating func array(_ name: String) throws(JSONMismatch) -> JSONElements {
    guard let member = member(name) else { throw mismatch(missing: name, expected: "an array") }
    return try member.asArray()
  }

  /// The elements of an optional array; `nil` if it is missing or `null`.
  ///
  /// - Throws: ``JSONMismatch`` if it is something else.
  public mutating func optionalArray(_ name: String) throws(JSONMismatch) -> JSONElements? {
    guard let member = member(name), !member.isNull else { return nil }
    return try member.asArray()
  }

  /// A reader for the members of a required object.
  ///
  /// - Throws: ``JSONMismatch`` if it is missing or something else.
  public mutating func object(_ name: String) throws(JSONMismatch) -> JSONObjectReader {
    guard let member = member(name) else { throw mismatch(missing: name, expected: "an object") }
    return try member.asObject()
  }

  /// A reader for the members of an optional object; `nil` if it is missing or `null`.
  ///
  /// - Throws: ``JSONMismatch`` if it is something else.
  public mutating func optionalObject(_ name: String) throws(JSONMismatch) -> JSONObjectReader? {
    guard let member = member(name), !member.isNull else { return nil }
    return try member.asObject()
  }

  /// A required value of any kind, including `null`.
  ///
  /// - Throws: ``JSONMismatch`` if it is missing.
  public mutating func value(_ name: String) throws(JSONMismatch) -> JSONValue {
    guard let member = member(name) else { throw mismatch(missing: name, expected: "a value") }
    return member
  }

  /// An optional value of any kind; `nil` if it is missing or `null`.
  public mutating func optionalValue(_ name: String) -> JSONValue? {
    guard let member = member(name), !member.isNull else { return nil }
    return member
  }
}
