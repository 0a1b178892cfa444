/// The host of a Host or Origin field, without port.
struct HostName: Hashable {
  /// In lower case; IPv6 addresses without brackets.
  let text: String
  /// Whether it is an address: a name that an attacker controls cannot be one.
  let isAddress: Bool

  /// Reads `host[:port]`.
  ///
  /// - Returns: `nil` if there is no host in it.
  init?(authority: some StringProtocol) {
    let bytes = Array(authority.utf8)
    if bytes.first == UInt8(ascii: "[") {
      guard let end = bytes.firstIndex(of: UInt8(ascii: "]")), Self.isPort(bytes[(end + 1)...]) else { return nil }
      let address = bytes[1..<end]
      guard address.contains(UInt8(ascii: ":")), address.allSatisfy(Self.isAddressByte) else { return nil }
      text = String(decoding: address, as: UTF8.self).lowercased()
      isAddress = true
      return
    }
    let end = bytes.firstIndex(of: UInt8(ascii: ":")) ?? bytes.count
    guard end > 0, Self.isPort(bytes[end...]) else { return nil }
    text = String(decoding: bytes[..<end], as: UTF8.self).lowercased()
    isAddress = Self.isIPv4(text)
  }

  /// Reads the host of an origin such as `http://localhost:3000`.
  ///
  /// - Returns: `nil` for `null` and for anything that is no web origin (RFC 6454 section 7).
  init?(origin: String) {
    let scheme = ["http://", "https://"].first { origin.lowercased().hasPrefix($0) }
    guard let scheme else { return nil }
    self.init(authority: origin.dropFirst(scheme.count))
  }

  private static func isPort(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first else { return true }
    return first == UInt8(ascii: ":") && bytes.count <= 6 && bytes.dropFirst().allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  /// Hexadecimal digits, colons, and the dots of an embedded IPv4 address.
  private static func isAddressByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }

  /// Four decimal numbers; the other forms that resolvers know are not sent by any client.
  private static func isIPv4(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts.allSatisfy { $0.count <= 3 && $0.allSatisfy(\.isASCII) && UInt8($0) != nil }
  }
}
