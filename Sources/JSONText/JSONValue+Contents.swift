extension JSONValue {
  /// The members of an object, in the order of the text; empty for other kinds.
  public var members: JSONMembers { JSONMembers(self) }

  /// The elements of an array; empty for other kinds.
  public var elements: JSONElements { JSONElements(self) }

  /// The member of an object with this name; `nil` if there is none, or for other kinds.
  public subscript(_ key: String) -> JSONValue? {
    var key = key
    return key.withUTF8 { member($0) }
  }

  /// The value that a JSON Pointer (RFC 6901) refers to, from here; `nil` if there is none or the pointer is invalid.
  public func value(at pointer: String) -> JSONValue? {
    JSONPointer(pointer).flatMap { value(at: $0) }
  }

  /// The value that a JSON Pointer refers to, starting from this value; `nil` if there is none.
  ///
  /// Stops at the first missing name, so the cost is bounded by the depth of the value.
  public func value(at pointer: JSONPointer) -> JSONValue? {
    var value = self
    for name in pointer.names {
      let child = value.kind == .array ? JSONPointer.index(name).flatMap { value.elements[$0] } : value[name]
      guard let child else { return nil }
      value = child
    }
    return value
  }

  func member(_ key: UnsafeBufferPointer<UInt8>) -> JSONValue? {
    guard entry.tag == TapeEntry.Tag.object else { return nil }
    return tape.place(of: key, inObjectAt: index).map { JSONValue(tape: tape, index: $0) }
  }
}
