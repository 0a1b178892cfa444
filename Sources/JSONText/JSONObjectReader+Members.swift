extension JSONObjectReader {
  /// The text of a string that must be there.
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

  /// The text of a string, or `nil` if it is missing or `null`.
  ///
  /// - Throws: ``JSONMismatch`` if it is something else.
  public mutating func optionalString(_ name: String) throws(JSONMismatch) -> String? {
    guard let member = member(name), !member.isNull else { return nil }
    return try member.asString()
  }

  /// A number without fraction and exponent that fits `Int64` that must be there.
  ///
  /// - Throws: ``JSONMismatch`` if it is missing or something else.
  public mutating func integer(_ name: String) throws(JSONMismatch) -> Int64 {
    guard let member = member(name) else { throw mismatch(missing: name, expected: "an integer") }
    return try member.asInteger()
  }

  /// A number without fraction and exponent that fits `Int64`, or `nil` if it is missing or `null`.
  ///
  /// - Throws: ``JSONMismatch`` if it is something else.
  public mutating func optionalInteger(_ name: String) throws(JSONMismatch) -> Int64? {
    guard let member = member(name), !member.isNull else { return nil }
    return try member.asInteger()
  }

  /// The value of a boolean that must be there.
  ///
  /// - Throws: ``JSONMismatch`` if it is missing or something else.
  public mutating func bool(_ name: String) throws(JSONMismatch) -> Bool {
    guard let member = member(name) else { throw mismatch(missing: name, expected: "a boolean") }
    return try member.asBool()
  }

  /// The value of a boolean, or `nil` if it is missing or `null`.
  ///
  /// - Throws: ``JSONMismatch`` if it is something else.
  public mutating func optionalBool(_ name: String) throws(JSONMismatch) -> Bool? {
    guard let member = member(name), !member.isNull else { return nil }
    return try member.asBool()
  }

  /// The nearest `Double` of a number that must be there.
  ///
  /// - Throws: ``JSONMismatch`` if it is missing or something else.
  public mutating func double(_ name: String) throws(JSONMismatch) -> Double {
    guard let member = member(name) else { throw mismatch(missing: name, expected: "a number") }
    return try member.asDouble()
  }

  /// The nearest `Double` of a number, or `nil` if it is missing or `null`.
  ///
  /// - Throws: ``JSONMismatch`` if it is something else.
  public mutating func optionalDouble(_ name: String) throws(JSONMismatch) -> Double? {
    guard let member = member(name), !member.isNull else { return nil }
    return try member.asDouble()
  }

  /// A number as it is written that must be there.
  ///
  /// - Throws: ``JSONMismatch`` if it is missing or something else.
  public mutating func numberText(_ name: String) throws(JSONMismatch) -> String {
    guard let member = member(name) else { throw mismatch(missing: name, expected: "a number") }
    return try member.asNumberText()
  }

  /// A number as it is written, or `nil` if it is missing or `null`.
  ///
  /// - Throws: ``JSONMismatch`` if it is something else.
  public mutating func optionalNumberText(_ name: String) throws(JSONMismatch) -> String? {
    guard let member = member(name), !member.isNull else { return nil }
    return try member.asNumberText()
  }

  /// The elements of an array that must be there.
  ///
  /// - Throws: ``JSONMismatch`` if it is missing or something else.
  public mutating func array(_ name: String) throws(JSONMismatch) -> JSONElements {
    guard let member = member(name) else { throw mismatch(missing: name, expected: "an array") }
    return try member.asArray()
  }

  /// The elements of an array, or `nil` if it is missing or `null`.
  ///
  /// - Throws: ``JSONMismatch`` if it is something else.
  public mutating func optionalArray(_ name: String) throws(JSONMismatch) -> JSONElements? {
    guard let member = member(name), !member.isNull else { return nil }
    return try member.asArray()
  }

  /// A reader for the members of an object that must be there.
  ///
  /// - Throws: ``JSONMismatch`` if it is missing or something else.
  public mutating func object(_ name: String) throws(JSONMismatch) -> JSONObjectReader {
    guard let member = member(name) else { throw mismatch(missing: name, expected: "an object") }
    return try member.asObject()
  }

  /// A reader for the members of an object, or `nil` if it is missing or `null`.
  ///
  /// - Throws: ``JSONMismatch`` if it is something else.
  public mutating func optionalObject(_ name: String) throws(JSONMismatch) -> JSONObjectReader? {
    guard let member = member(name), !member.isNull else { return nil }
    return try member.asObject()
  }

  /// A value of any kind, `null` too, that must be there.
  ///
  /// - Throws: ``JSONMismatch`` if it is missing.
  public mutating func value(_ name: String) throws(JSONMismatch) -> JSONValue {
    guard let member = member(name) else { throw mismatch(missing: name, expected: "a value") }
    return member
  }

  /// A value of any kind, or `nil` if it is missing or `null`.
  public mutating func optionalValue(_ name: String) -> JSONValue? {
    guard let member = member(name), !member.isNull else { return nil }
    return member
  }
}
