/// The host of an entry of ``ServerOptions/allowedHosts``.
enum HostText {
  /// The host without brackets and port, in lower case.
  static func bare(_ authority: String) -> String {
    if authority.hasPrefix("["), let end = authority.firstIndex(of: "]") {
      return authority[..<end].dropFirst().lowercased()
    }
    let parts = authority.split(separator: ":", omittingEmptySubsequences: false)
    return (parts.count == 2 ? String(parts[0]) : authority).lowercased()
  }
}
