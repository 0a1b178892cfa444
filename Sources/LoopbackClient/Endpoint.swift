#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The address of a server.
public enum Endpoint: Sendable, Hashable {
  /// A TCP port; the host is a numeric address without brackets, or a name.
  case tcp(host: String, port: UInt16)

  /// A Unix socket.
  case unix(path: String)

  /// Splits a URL into the server and the request target.
  ///
  /// In `http+unix:PATH` the target starts after the leading part of PATH that is a socket, so a target can simply be
  /// appended to what the server printed. If there is none, it is `/`.
  ///
  /// - Throws: ``ClientError/badURL(_:)``.
  public static func parse(url: String) throws(ClientError) -> (endpoint: Endpoint, target: String) {
    if url.hasPrefix("http+unix:") {
      return try parseUnix(String(url.dropFirst("http+unix:".count)), url: url)
    }
    guard url.lowercased().hasPrefix("http://") else { throw .badURL(url) }
    let rest = url.dropFirst("http://".count)
    let authorityEnd = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
    let authority = rest[..<authorityEnd]
    var target = String(rest[authorityEnd...])
    if !target.hasPrefix("/") { target = "/" + target }
    let hostEnd: Substring.Index
    let host: Substring
    if authority.hasPrefix("["), let bracket = authority.firstIndex(of: "]") {
      host = authority[authority.index(after: authority.startIndex)..<bracket]
      hostEnd = authority.index(after: bracket)
    } else {
      hostEnd = authority.firstIndex(of: ":") ?? authority.endIndex
      host = authority[..<hostEnd]
    }
    let portText = authority[hostEnd...]
    guard !host.isEmpty, portText.isEmpty || portText.hasPrefix(":"),
      let port = portText.isEmpty ? 80 : UInt16(portText.dropFirst())
    else { throw .badURL(url) }
    return (.tcp(host: String(host), port: port), target)
  }

  private static func parseUnix(_ text: String, url: String) throws(ClientError) -> (Endpoint, String) {
    guard !text.isEmpty else { throw .badURL(url) }
    for index in text.indices.dropFirst() where text[index] == "/" || text[index] == "?" {
      guard isSocket(String(text[..<index])) else { continue }
      let target = String(text[index...])
      return (.unix(path: String(text[..<index])), target.hasPrefix("/") ? target : "/" + target)
    }
    return (.unix(path: text), "/")
  }

  private static func isSocket(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFSOCK
  }

  /// The value of the Host field for this server.
  var authority: String {
    switch self {
    case .tcp(let host, let port): "\(host.contains(":") ? "[\(host)]" : host):\(port)"
    case .unix: "localhost"
    }
  }
}
