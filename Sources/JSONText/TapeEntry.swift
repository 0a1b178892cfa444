/// One value, or the name of a member, of a parsed text.
///
/// The elements of an array, and the names and values of an object, follow their container in the order of the text.
/// While a container is being parsed, its `end` is the index of the enclosing container.
struct TapeEntry {
  /// Where the value begins: its first byte, which for a string is the quotation mark.
  var offset: UInt32
  /// Where it ends: one past its last byte.
  var end: UInt32
  /// The index of the entry after this one's contents; for a member's name, its signature.
  var next: UInt32
  /// The tag in the low bits, then flags, then the count of elements or members.
  var info: UInt32

  /// The kind of the entry, in `info`.
  enum Tag {
    static let null: UInt32 = 0
    static let `false`: UInt32 = 1
    static let `true`: UInt32 = 2
    static let number: UInt32 = 3
    static let string: UInt32 = 4
    static let array: UInt32 = 5
    static let object: UInt32 = 6
    static let mask: UInt32 = 7
  }

  /// Set for a string that has escapes.
  static let escaped: UInt32 = 8
  /// Set for a number with neither fraction nor exponent.
  static let whole: UInt32 = 16
  /// One element or member.
  static let one: UInt32 = 32

  var tag: UInt32 { info & Tag.mask }
  var isEscaped: Bool { info & Self.escaped != 0 }
  var isWhole: Bool { info & Self.whole != 0 }
  var count: Int { Int(info / Self.one) }
  var start: Int { Int(offset) }
  var stop: Int { Int(end) }
  var following: Int { Int(next) }
}
