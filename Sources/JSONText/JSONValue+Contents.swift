extension JSONValue {
  /// The members of an object, in the order of the text; none for other kinds.
  public var members: JSONMembers { JSONMembers(self) }

  /// The elements of an array; none for other kinds.
  public var elements: JSONElements { JSONElements(self) }

  /// The member of an object with this name; `nil` if there is none, and for other kinds.
  public subscript(_ key: String) -> JSONValue? {
    var key = key
    return key.withUTF8 { member($0) }
  }

  /// What a JSON Pointer (RFC 6901) points to, from this value; `nil` if there is nothing, or it is not a pointer.
  public func value(at pointer: String) -> JSONValue? {
    JSONPointer(pointer).flatMap { value(at: $0) }
  }

  /// What a JSON Pointer points to, from this value; `nil` if there is nothing.
  ///
  /// Ends at the first name that is not there, so a pointer costs no more than the value is deep.
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
    let entry = entry
    guard entry.tag == TapeEntry.Tag.object else { return nil }
    var place = index + 1
    for _ in 0..<entry.count {
      if tape.string(tape.entries[place], equals: key) { return JSONValue(tape: tape, index: place + 1) }
      place = tape.entries[place + 1].following
    }
    return nil
  }
}
