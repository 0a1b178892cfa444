/// A JSON Pointer (RFC 6901), such as `/reserve/tickets/0/id`: parsed once, followed as often as needed.
public struct JSONPointer: Sendable, Hashable {
  /// The names along the path, with escapes resolved; empty for the whole document.
  let names: [String]

  /// Parses a pointer; `nil` if the text is not one.
  public init?(_ text: String) {
    guard let names = Self.names(in: text) else { return nil }
    self.names = names
  }

  /// Appends a name, or the index of an element, to a pointer.
  static func appending(_ name: String, to pointer: String) -> String {
    var result = pointer + "/"
    for scalar in name.unicodeScalars {
      switch scalar {
      case "~": result += "~0"
      case "/": result += "~1"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The names in a pointer, or `nil` if it is not one.
  private static func names(in pointer: String) -> [String]? {
    guard !pointer.isEmpty else { return [] }
    guard pointer.utf8.first == UInt8(ascii: "/") else { return nil }
    var names: [String] = []
    for part in pointer.unicodeScalars.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
      guard let name = unescape(part) else { return nil }
      names.append(name)
    }
    return names
  }

  /// The index that a name stands for (section 4: digits without a leading zero), or `nil`.
  static func index(_ name: String) -> Int? {
    guard let first = name.utf8.first, name.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    return first == UInt8(ascii: "0") && name.utf8.count > 1 ? nil : Int(name)
  }

  private static func unescape(_ part: Substring.UnicodeScalarView) -> String? {
    var name = String.UnicodeScalarView()
    var rest = part
    while let scalar = rest.popFirst() {
      guard scalar == "~" else {
        name.append(scalar)
        continue
      }
      switch rest.popFirst() {
      case "0": name.append("~")
      case "1": name.append("/")
      default: return nil
      }
    }
    return String(name)
  }
}
