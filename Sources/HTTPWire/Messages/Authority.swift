/// The grammar of `host[:port]` in RFC 3986 §3.2, without the user information that RFC 9110 §4.2.4 bans.
package enum Authority {
  /// Whether `bytes` are a host with an optional port.
  package static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let hostEnd: Int
    if bytes.first == .leftBracket {
      guard let bracket = bytes.firstIndex(of: .rightBracket), bracket > 1,
        bytes[1..<bracket].allSatisfy({ $0.isHexDigit || $0 == .colon || $0 == .dot || $0 == UInt8(ascii: "v") })
      else { return false }
      hostEnd = bracket + 1
    } else {
      hostEnd = bytes.firstIndex(of: .colon) ?? bytes.count
      guard hostEnd > 0, isRegisteredName(bytes[..<hostEnd]) else { return false }
    }
    guard hostEnd < bytes.count else { return true }
    let port = bytes[(hostEnd + 1)...]
    return bytes[hostEnd] == .colon && port.count <= 5 && port.allSatisfy({ $0.isDigit })
      && port.reduce(0) { $0 * 10 + Int($1 - .zero) } <= 65_535
  }

  private static func isRegisteredName(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == .percent {
        guard index + 2 < bytes.endIndex, bytes[index + 1].isHexDigit, bytes[index + 2].isHexDigit else { return false }
        index += 3
      } else {
        guard bytes[index].isRegisteredNameByte else { return false }
        index += 1
      }
    }
    return true
  }
}
