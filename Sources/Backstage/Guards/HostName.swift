/// The host of a Host or Origin field, without port.
struct HostName: Hashable {
  /// The host in lower case; IPv6 addresses are without brackets.
  let text: String
  /// Whether it is an IP address, which a name that an attacker controls cannot be.
  let isAddress: Bool

  /// Reads `host[:port]`.
  ///
  /// - Returns: `nil` if there is no host in it.
  init?(authority: some StringProtocol) {
    let bytes = Array(authority.utf8)
    if bytes.first == UInt8(ascii: "[") {
      guard let end = bytes.firstIndex(of: UInt8(ascii: "]")), Self.isPort(bytes[(end + 1)...]) else { return nil }
      let address = bytes[1..<end]
      text = String(decoding: address, as: UTF8.self).lowercased()
      guard Self.isIPv6(text) else { return nil }
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
  /// - Returns: `nil` for `null` and for anything that is not a web origin (RFC 6454 section 7).
  init?(origin: String) {
    let scheme = ["http://", "https://"].first { origin.lowercased().hasPrefix($0) }
    guard let scheme else { return nil }
    self.init(authority: origin.dropFirst(scheme.count))
  }

  private static func isPort(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first else { return true }
    return first == UInt8(ascii: ":") && bytes.count <= 6 && bytes.dropFirst().allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  /// Whether it means this machine: `localhost`, 127.0.0.0/8 (RFC 1122 section 3.2.1.3) or ::1.
  var isLoopback: Bool {
    text == "localhost" || text == "::1" || (isAddress && text.hasPrefix("127.") && !text.contains(":"))
  }

  /// Whether it is a single-label name, such as machines have in a local network (RFC 1034 section 3.1).
  ///
  /// Numbers do not count: browsers take them for addresses (URL Standard, "ends in a number checker").
  var isSingleLabel: Bool {
    let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    let isLabel = text.utf8.allSatisfy { byte in
      letters.contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }
    return isLabel && text.utf8.count <= 63 && text.utf8.contains(where: letters.contains) && !text.hasPrefix("0x")
  }

  /// Whether text is an IPv6 address: eight groups of hexadecimal digits, where `::` stands for one or more groups and
  /// the last two may be written as an IPv4 address (RFC 4291 section 2.2).
  private static func isIPv6(_ text: String) -> Bool {
    let halves = text.split(separator: "::", omittingEmptySubsequences: false)
    guard halves.count <= 2 else { return false }
    var groups = 0
    for (place, half) in halves.enumerated() where !half.isEmpty {
      let parts = half.split(separator: ":", omittingEmptySubsequences: false)
      for (number, part) in parts.enumerated() {
        let isLast = place == halves.count - 1 && number == parts.count - 1
        if isLast, isIPv4(String(part)) {
          groups += 2
        } else if (1...4).contains(part.utf8.count), part.allSatisfy({ $0.isASCII && $0.isHexDigit }) {
          groups += 1
        } else {
          return false
        }
      }
    }
    return halves.count == 2 ? groups < 8 : groups == 8
  }

  /// Whether text is four decimal numbers; no client sends the other forms that resolvers accept.
  private static func isIPv4(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { part in
        (1...3).contains(part.utf8.count) && part.allSatisfy { $0.isASCII && $0.isNumber } && UInt8(part) != nil
      }
  }
}
