/// Where a server is to listen.
public enum Listener: Sendable, Hashable {
  /// A TCP port; 0 takes a free one.
  ///
  /// The host is a numeric address, `localhost`, or a name that the resolver knows. Of the addresses a name has, the
  /// first that exists on this machine is bound, and no other; if that one's port is taken, the next is not tried.
  /// `localhost` is both 127.0.0.1 and ::1, at the same port, or the one of them that this machine has; if another
  /// program holds the port of either, it is taken.
  case tcp(host: String, port: UInt16)

  /// A Unix socket at this path.
  ///
  /// The file of a server that died is replaced; that of a living one is an error, as is a file that is no socket.
  case unix(path: String)
}

/// Where a server listens.
public enum ListeningAddress: Sendable, Hashable {
  /// A numeric host without brackets, and the port that is really bound.
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

  /// The URL for a client on this machine: that of the loopback interface where every interface is listened on.
  public var clientURL: String {
    switch self {
    case .tcp("0.0.0.0", let port): ListeningAddress.tcp(host: "127.0.0.1", port: port).url
    case .tcp("::", let port): ListeningAddress.tcp(host: "::1", port: port).url
    case .tcp, .unix: url
    }
  }
}
