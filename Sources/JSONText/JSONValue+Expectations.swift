extension JSONValue {
  /// The text of a string.
  ///
  /// - Throws: ``JSONMismatch`` for another kind.
  public func asString() throws(JSONMismatch) -> String {
    guard let string else { throw mismatch(expected: "a string") }
    return string
  }

  /// The value of a whole number that fits `Int64`, written without fraction and exponent.
  ///
  /// - Throws: ``JSONMismatch`` for another kind, or any other number.
  public func asInteger() throws(JSONMismatch) -> Int64 {
    guard let integer else {
      throw mismatch(expected: "an integer", found: numberText.map { Self.shortened($0) })
    }
    return integer
  }

  /// The value of a boolean.
  ///
  /// - Throws: ``JSONMismatch`` for another kind.
  public func asBool() throws(JSONMismatch) -> Bool {
    guard let bool else { throw mismatch(expected: "a boolean") }
    return bool
  }

  /// The `Double` nearest to a number.
  ///
  /// - Throws: ``JSONMismatch`` for another kind, or a number that is too large.
  public func asDouble() throws(JSONMismatch) -> Double {
    guard let double else { throw mismatch(expected: "a number", found: numberText.map { Self.shortened($0) }) }
    return double
  }

  /// The text of a number, as written.
  ///
  /// - Throws: ``JSONMismatch`` for another kind.
  public func asNumberText() throws(JSONMismatch) -> String {
    guard let numberText else { throw mismatch(expected: "a number") }
    return numberText
  }

  /// The elements of an array.
  ///
  /// - Throws: ``JSONMismatch`` for another kind.
  public func asArray() throws(JSONMismatch) -> JSONElements {
    guard kind == .array else { throw mismatch(expected: "an array") }
    return elements
  }

  /// A reader for the members of an object.
  ///
  /// - Throws: ``JSONMismatch`` for another kind.
  public func asObject() throws(JSONMismatch) -> JSONObjectReader {
    try JSONObjectReader(self)
  }

  /// The error to throw if this value is not what was expected.
  ///
  /// - Parameters:
  ///   - expected: What was expected, such as `a number from 1 to 100`.
  ///   - found: What was found; the value's kind if not given.
  public func mismatch(expected: String, found: String? = nil) -> JSONMismatch {
    JSONMismatch(path: path, expected: expected, found: found ?? kind.description, position: position)
  }

  private static func shortened(_ number: String) -> String {
    number.utf8.count <= 40 ? number : "a number of \(number.utf8.count) characters"
  }
}
