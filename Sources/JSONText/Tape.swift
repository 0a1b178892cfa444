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
    if entry.isEscaped {
      return EscapedText.decode(contents(entry)).elementsEqual(text)
    }
    let start = entry.start + 1
    guard entry.stop - 1 - start == text.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      for place in 0..<text.count where bytes[start + place] != text[place] { return false }
      return true
    }
  }
}
