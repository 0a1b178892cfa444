extension JSONValue {
  /// Where the value begins.
  ///
  /// Computed by counting the lines before it.
  public var position: JSONPosition { JSONPosition(offset: entry.start, in: tape.bytes) }

  /// The location of the value in the whole text, as a JSON Pointer (RFC 6901).
  ///
  /// Computed by walking there from the beginning.
  public var path: String {
    var path = ""
    var container = 0
    while container < index {
      var child = container + 1
      let isObject = tape.entries[container].tag == TapeEntry.Tag.object
      for ordinal in 0..<tape.entries[container].count {
        let value = isObject ? child + 1 : child
        if index < tape.entries[value].following {
          path = JSONPointer.appending(isObject ? tape.string(tape.entries[child]) : String(ordinal), to: path)
          container = value
          break
        }
        child = tape.entries[value].following
      }
    }
    return path
  }

  /// The bytes of the value, exactly as in the text.
  public var bytes: ArraySlice<UInt8> { tape.bytes[entry.start..<entry.stop] }

  /// The value exactly as in the text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The value without whitespace between its parts; strings and numbers are kept as written.
  public func serialized() -> [UInt8] {
    var writer = JSONWriter(reservingCapacity: entry.stop - entry.start)
    writer.value(self)
    return writer.bytes
  }
}
