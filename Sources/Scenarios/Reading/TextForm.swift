/// The forms of the texts in scenarios.
enum TextForm {
  /// Names of scenarios and rules: a lower-case letter or digit, then letters, digits and hyphens, at most 64 in all.
  static func isName(_ text: String) -> Bool {
    (1...64).contains(text.utf8.count) && text.utf8.first != UInt8(ascii: "-")
      && text.utf8.allSatisfy { isDigit($0) || isLower($0) || $0 == UInt8(ascii: "-") }
  }

  /// What ``isName(_:)`` requires, for messages.
  static let name = "1 to 64 lower-case letters, digits and hyphens, not a hyphen first"

  /// Ids of events: 1 to 40 letters and digits.
  static func isEventID(_ text: String) -> Bool {
    (1...40).contains(text.utf8.count) && text.utf8.allSatisfy { isDigit($0) || isLetter($0) }
  }

  /// Hosts of events: 1 to 40 letters, digits and hyphens.
  static func isHost(_ text: String) -> Bool {
    (1...40).contains(text.utf8.count)
      && text.utf8.allSatisfy { isDigit($0) || isLetter($0) || $0 == UInt8(ascii: "-") }
  }

  /// Names of header fields: a token (RFC 9110 section 5.6.2) of at most 100 bytes.
  static func isFieldName(_ text: String) -> Bool {
    (1...100).contains(text.utf8.count)
      && text.utf8.allSatisfy { isDigit($0) || isLetter($0) || "!#$%&'*+-.^_`|~".utf8.contains($0) }
  }

  /// Values of header fields in an answer: at most 1,000 printable ASCII characters, with spaces only between others.
  static func isFieldValue(_ text: String) -> Bool {
    text.utf8.count <= 1_000 && text.utf8.allSatisfy { (0x20...0x7E).contains($0) }
      && text.utf8.first != UInt8(ascii: " ") && text.utf8.last != UInt8(ascii: " ")
  }

  /// Fields that the connection writes itself.
  static func isConnectionField(_ name: String) -> Bool {
    connectionFields.contains(name.lowercased())
  }

  /// The fields of ``isConnectionField(_:)``, in lower case.
  static let connectionFields = [
    "connection", "content-length", "keep-alive", "trailer", "transfer-encoding", "upgrade",
  ]

  /// JSON Pointers (RFC 6901): empty, or names after slashes, in which `~` may only be followed by 0 or 1.
  static func isPointer(_ text: String) -> Bool {
    guard text.isEmpty || text.utf8.first == UInt8(ascii: "/") else { return false }
    var isEscape = false
    for byte in text.utf8 {
      if isEscape, byte != UInt8(ascii: "0"), byte != UInt8(ascii: "1") { return false }
      isEscape = byte == UInt8(ascii: "~")
    }
    return !isEscape
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
  private static func isLower(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool { isLower(byte | 0x20) }
}
