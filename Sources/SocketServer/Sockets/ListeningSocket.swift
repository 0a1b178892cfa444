#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A listening socket, and the file to remove when it is closed.
struct ListeningSocket: Sendable {
  /// The number of connections that may wait; the system caps it.
  private static let backlog: Int32 = 1024

  let socket: Socket
  let address: ListeningAddress

  /// The socket file that this socket created, so that another server's is never removed.
  private let file: SocketFile?

  /// Binds and listens: on one socket, or on two for `localhost`.
  static func open(_ listener: Listener) throws(SocketError) -> [ListeningSocket] {
    if case .tcp(let host, let port) = listener, host.lowercased() == "localhost" {
      return try LoopbackPair.open(port: port)
    }
    return [try ListeningSocket(listener)]
  }

  /// Binds and listens.
  init(_ listener: Listener) throws(SocketError) {
    switch listener {
    case .tcp(let host, let port):
      socket = try Self.bindFirst(of: SocketAddress.resolve(host: host, port: port), host: host, port: port)
      file = nil
      do {
        let bound = try SocketAddress(boundTo: socket).hostAndPort
        address = .tcp(host: bound.host, port: bound.port)
      } catch {
        socket.close()
        throw error
      }
    case .unix(let path):
      (socket, file) = try Self.bindFile(path)
      address = .unix(path: path)
    }
    guard listen(socket.descriptor, Self.backlog) == 0 else {
      let error = SocketError.last("listen", subject: address.url)
      close()
      throw error
    }
  }

  /// Stops listening and removes the socket file.
  func close() {
    file?.remove()
    socket.close()
  }

  /// Removes the socket file; the descriptor is closed elsewhere.
  func removeFile() {
    file?.remove()
  }

  private static func bindFirst(
    of addresses: [SocketAddress], host: String, port: UInt16
  ) throws(SocketError) -> Socket {
    let subject = ListeningAddress.tcp(host: host, port: port).url
    var failure = SocketError("bind", errno: EADDRNOTAVAIL, subject: subject)
    for address in addresses {
      do throws(SocketError) {
        let socket = try Socket(family: address.family)
        socket.allowAddressReuse()
        if address.bind(socket) { return socket }
        let error = SocketError.last("bind", subject: subject)
        socket.close()
        throw error
      } catch {
        failure = error
        // Trying another address of the name would hide the fact that the port is taken.
        if error.isAddressInUse { break }
      }
    }
    throw failure
  }

  private static func bindFile(_ path: String) throws(SocketError) -> (Socket, SocketFile?) {
    let address = try SocketAddress(path: path)
    let socket = try Socket(family: AF_UNIX)
    var isBound = address.bind(socket)
    if !isBound, currentErrno() == EADDRINUSE, SocketFile(path: path) != nil, address.isDeserted {
      unlink(path)
      isBound = address.bind(socket)
    }
    guard isBound else {
      // Examining the file may have changed errno; if the path exists, that is why bind failed.
      let error = SocketError("bind", errno: access(path, F_OK) == 0 ? EADDRINUSE : currentErrno(), subject: path)
      socket.close()
      throw error
    }
    return (socket, SocketFile(path: path))
  }
}

extension SocketAddress {
  fileprivate func bind(_ socket: Socket) -> Bool {
    withPointer { address, length in
      #if canImport(Darwin)
        Darwin.bind(socket.descriptor, address, length) == 0
      #elseif canImport(Musl)
        Musl.bind(socket.descriptor, address, length) == 0
      #else
        Glibc.bind(socket.descriptor, address, length) == 0
      #endif
    }
  }

  /// Whether nobody is listening there, the only case in which a connection is refused.
  fileprivate var isDeserted: Bool {
    guard let probe = try? Socket(family: family) else { return false }
    defer { probe.close() }
    return withPointer { address, length in
      connect(probe.descriptor, address, length) != 0 && currentErrno() == ECONNREFUSED
    }
  }
}
