extension JSONValue {
  /// Where the value begins.
  ///
  /// Found by counting the lines before it.
  public var position: JSONPosition { JSONPosition(offset: entry.start, in: tape.bytes) }

  /// Where the value stands in the whole text, as a JSON Pointer (RFC 6901).
  ///
  /// Found by walking there from the beginning.
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

  /// The value's bytes as they stand in the text.
  public var bytes: ArraySlice<UInt8> { tape.bytes[entry.start..<entry.stop] }

  /// The value as it stands in the text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The value without blanks between its parts; strings and numbers stay as they are written.
  public func serialized() -> [UInt8] {
    var writer = JSONWriter(reservingCapacity: entry.stop - entry.start)
    writer.value(self)
    return writer.bytes
  }
}
