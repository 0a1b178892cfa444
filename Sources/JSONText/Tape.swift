/// A parsed text: its bytes and the locations of its values.
///
/// Immutable, and shared by all views of its values.
final class Tape: Sendable {
  let bytes: [UInt8]
  let entries: [TapeEntry]

  /// The length in bytes of the longest text for which the fields of the entries have room.
  static let longestText = 1 << 27

  init(bytes: [UInt8], entries: [TapeEntry]) {
    self.bytes = bytes
    self.entries = entries
  }

  /// The bytes of a string between its quotation marks, escapes as written.
  func contents(_ entry: TapeEntry) -> ArraySlice<UInt8> {
    bytes[(entry.start + 1)..<(entry.stop - 1)]
  }

  /// The text of a string or a member's name.
  func string(_ entry: TapeEntry) -> String {
    if entry.isEscaped {
      return String(decoding: EscapedText.decode(contents(entry)), as: UTF8.self)
    }
    return bytes.withUnsafeBufferPointer {
      String(decoding: UnsafeBufferPointer(rebasing: $0[(entry.start + 1)..<(entry.stop - 1)]), as: UTF8.self)
    }
  }

  /// Whether a string or a member's name equals the given text.
  func string(_ entry: TapeEntry, equals text: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { string(entry, of: $0, equals: text) }
  }

  /// The same, with the bytes of this text at hand.
  func string(
    _ entry: TapeEntry, of bytes: UnsafeBufferPointer<UInt8>, equals text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    if entry.isEscaped {
      return EscapedText.decode(contents(entry)).elementsEqual(text)
    }
    return UnsafeBufferPointer(rebasing: bytes[(entry.start + 1)..<(entry.stop - 1)]).matches(text)
  }

  /// Passes the name of each member of the object at a place, the place of its value, and this text's bytes to the
  /// closure, until it returns that it has enough.
  @inline(__always)
  func forEachMember(
    ofObjectAt index: Int, _ body: (_ key: TapeEntry, _ value: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool
  ) {
    entries.withUnsafeBufferPointer { entries in
      bytes.withUnsafeBufferPointer { bytes in
        var key = index + 1
        for _ in 0..<entries[index].count {
          if !body(entries[key], key + 1, bytes) { return }
          key = entries[key + 1].following
        }
      }
    }
  }

  /// The place of the first value whose name equals the given text, in the object at a place; nil if there is none.
  func place(of name: UnsafeBufferPointer<UInt8>, inObjectAt index: Int) -> Int? {
    var found: Int?
    forEachMember(ofObjectAt: index) { key, value, bytes in
      if string(key, of: bytes, equals: name) { found = value }
      return found == nil
    }
    return found
  }
}
