/// Where a server is to listen.
public enum Listener: Sendable, Hashable {
  /// A TCP port; 0 chooses a free one.
  ///
  /// The host is a numeric address, `localhost`, or a name that the resolver knows. Of a name's addresses, only the
  /// first that exists on this machine is bound; if its port is taken, the next is not tried. `localhost` means both
  /// 127.0.0.1 and ::1 at the same port, or whichever of them this machine has; the port counts as taken if another
  /// program holds it on either.
  case tcp(host: String, port: UInt16)

  /// A Unix socket at this path.
  ///
  /// A socket file left behind by a dead server is replaced; it is an error if a server still listens there, or if the
  /// file is not a socket.
  case unix(path: String)
}

/// An address on which a server listens.
public enum ListeningAddress: Sendable, Hashable {
  /// A numeric host without brackets, and the port that was actually bound.
  case tcp(host: String, port: UInt16)

  /// The path of a Unix socket.
  case unix(path: String)

  /// The address as text: `http://127.0.0.1:8490`, `http://[::1]:8490`, `http+unix:PATH`.
  public var url: String {
    switch self {
    case .tcp(let host, let port): "http://\(host.contains(":") ? "[\(host)]" : host):\(port)"
    case .unix(let path): "http+unix:\(path)"
    }
  }

  /// The URL for a client on this machine; if the server listens on every interface, that of the loopback interface.
  public var clientURL: String {
    switch self {
    case .tcp("0.0.0.0", let port): ListeningAddress.tcp(host: "127.0.0.1", port: port).url
    case .tcp("::", let port): ListeningAddress.tcp(host: "::1", port: port).url
    case .tcp, .unix: url
    }
  }
}
