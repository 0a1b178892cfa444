/// The URL by which this program reaches a server on this machine.
enum PlainURL {
  /// The URL with `http` for `https` if it leads to this machine: WillCall answers both on one port, and whoever can
  /// read what passes there needs no network for it.
  static func of(_ url: String) -> String {
    let lowered = url.lowercased()
    let isHere = ["localhost", "127.0.0.1", "[::1]"].contains { host in
      let base = "https://\(host)"
      return lowered == base || ["/", ":"].contains { lowered.hasPrefix(base + $0) }
    }
    return isHere ? "http" + url.dropFirst("https".count) : url
  }
}
