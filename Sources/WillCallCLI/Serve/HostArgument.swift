/// The host of `--host` and `--allow-host`.
enum HostArgument {
  /// What the message about a bad `--host` expects.
  static let listening = "an address such as 127.0.0.1 or ::1 (without brackets or port), or a host name"
  /// What the message about a bad `--allow-host` expects.
  static let allowed = "a host name such as willcall.test, without scheme or path"

  /// Reads a host that can be given to a resolver.
  static func parse(_ text: String) -> String? {
    let isHost =
      !text.isEmpty
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"):
          true
        // A link-local IPv6 address has a zone after a percent sign (RFC 4007 section 11).
        case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ":"), UInt8(ascii: "%"): true
        default: false
        }
      }
    // A single colon comes before a port, which has its own option.
    return isHost && text.utf8.count { $0 == UInt8(ascii: ":") } != 1 ? text : nil
  }

  /// Reads what the Host field of a request can contain: a host, perhaps in brackets, perhaps with a port.
  static func parseAllowed(_ text: String) -> String? {
    var host = text[...]
    if host.hasPrefix("["), let end = host.lastIndex(of: "]") {
      guard isPort(host[end...].dropFirst()) else { return nil }
      host = host[..<end].dropFirst()
    } else if let colon = host.firstIndex(of: ":"), isPort(host[colon...]) {
      host = host[..<colon]
    }
    return parse(String(host)).map { _ in text }
  }

  /// Whether text is a colon and a number, or nothing.
  private static func isPort(_ text: Substring) -> Bool {
    text.isEmpty || (text.first == ":" && text.dropFirst().allSatisfy(\.isNumber) && UInt16(text.dropFirst()) != nil)
  }
}
