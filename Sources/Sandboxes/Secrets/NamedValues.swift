/// Finds values whose names mark them as secret, in any kind of text: `"cvv":"123"`, `cvv=123`, `card[cvv]=123`,
/// `<cvv>123</cvv>`, a part of a multipart form, and malformed remains of any of these.
enum NamedValues {
  /// The maximum number of blanks between a name and the separator before its value.
  private static let blankLimit = 16

  /// The ranges of such values.
  ///
  /// Complexity: O(n), because each value is examined once and names are short.
  static func places(in text: UnsafeBufferPointer<UInt8>, _ scope: Secrets.Scope) -> [Range<Int>] {
    var places: [Range<Int>] = []
    var index = 0
    while index < text.count {
      let width = separatorWidth(in: text, at: index)
      guard width > 0, let name = name(in: text, before: index), scope.takes(name) else {
        index += max(1, width)
        continue
      }
      let value = value(of: name, in: text, from: index + width)
      if name.hides(text[value]) { places.append(value) }
      index = max(index + width, value.upperBound)
    }
    return places
  }

  /// Whether a separator between a name and its value may begin with this byte.
  static func mayEndName(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ":") || byte == UInt8(ascii: "=") || byte == UInt8(ascii: ">") || byte == 0x0D
  }

  /// The length of the separator between a name and its value: a colon, an equals sign, the end of a tag, or an empty
  /// line.
  private static func separatorWidth(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    switch text[index] {
    case UInt8(ascii: ":"), UInt8(ascii: "="), UInt8(ascii: ">"): 1
    case 0x0D: text[index...].starts(with: [0x0D, 0x0A, 0x0D, 0x0A]) ? 4 : 0
    default: 0
    }
  }

  /// The meaning of the name before a separator, skipping quotation marks, a closing bracket and blanks.
  private static func name(in text: UnsafeBufferPointer<UInt8>, before separator: Int) -> SecretName? {
    var end = separator
    while end > 0, separator - end < blankLimit, isBlank(text[end - 1]) { end -= 1 }
    while end > 0, separator - end < 2 * blankLimit, isWrapping(text[end - 1]) { end -= 1 }
    var start = end
    while start > 0, isNameByte(text[start - 1]) {
      start -= 1
      if end - start > SecretName.lengthLimit { return nil }
    }
    // A closing tag.
    if start > 0, text[start - 1] == UInt8(ascii: "/"), start > 1, text[start - 2] == UInt8(ascii: "<") { return nil }
    return start == end ? nil : SecretName(text[start..<end])
  }

  /// The range of the value after a separator, without quotation marks.
  private static func value(of name: SecretName, in text: UnsafeBufferPointer<UInt8>, from separator: Int) -> Range<Int>
  {
    var start = separator
    while start < text.count, isBlank(text[start]) { start += 1 }
    guard start < text.count else { return start..<start }
    switch (text[start], name) {
    case (UInt8(ascii: "\""), _), (UInt8(ascii: "'"), _):
      return (start + 1)..<endOfQuotation(in: text, from: start)
    case (UInt8(ascii: "{"), .card), (UInt8(ascii: "["), .card):
      return start..<endOfBrackets(in: text, from: start)
    case (_, .card):
      return start..<(text[start...].firstIndex(where: endsValue) ?? text.count)
    case (_, .partnerKey):
      return start..<(text[start...].firstIndex { !isNameByte($0) } ?? text.count)
    }
  }

  private static func endOfQuotation(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start + 1
    while index < text.count, text[index] != text[start] {
      index += text[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(index, text.count)
  }

  private static func endOfBrackets(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var depth = 0
    for index in start..<text.count {
      switch text[index] {
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      default: continue
      }
      if depth == 0 { return index + 1 }
    }
    return text.count
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte &- UInt8(ascii: "0") < 10 || (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "-")
  }

  private static func isWrapping(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "]")
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

  private static func endsValue(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "}"), UInt8(ascii: "]"),
      UInt8(ascii: "<"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "?"), UInt8(ascii: "#"),
      UInt8(ascii: "\\"):
      true
    default: isBlank(byte)
    }
  }
}

extension Secrets.Scope {
  /// Whether values with this name are searched for.
  fileprivate func takes(_ name: SecretName) -> Bool {
    switch (self, name) {
    case (.everyName, _), (.keysOnly, .partnerKey): true
    case (.keysOnly, .card): false
    }
  }
}
