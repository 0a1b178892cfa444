/// The two addresses of `localhost`: a client may choose either, so a server listens on both.
///
/// They are always the loopback interface; no resolver is asked (RFC 6761 section 6.3).
enum LoopbackPair {
  static let hosts = ["127.0.0.1", "::1"]

  /// How many ports are tried to find one that is free on both.
  static let attempts = 32

  /// Listens on both at the same port, IPv4 first; on only one if the system lacks the other.
  ///
  /// - Parameter port: 0 chooses one that is free on both.
  ///
  /// - Throws: ``SocketError`` if the port is taken on either, or if the system has neither; then nothing is left open.
  static func open(port: UInt16) throws(SocketError) -> [ListeningSocket] {
    try open(port: port) { (host, port) throws(SocketError) in try ListeningSocket(.tcp(host: host, port: port)) }
  }

  /// Listens, using the given function to open sockets.
  static func open(
    port: UInt16, _ listen: (_ host: String, _ port: UInt16) throws(SocketError) -> ListeningSocket
  ) throws(SocketError) -> [ListeningSocket] {
    var attempt = 1
    while true {
      do throws(SocketError) {
        return try openOnce(port: port, listen)
      } catch {
        guard port == 0, error.isAddressInUse, attempt < attempts else { throw error }
        attempt += 1
      }
    }
  }

  private static func openOnce(
    port: UInt16, _ listen: (_ host: String, _ port: UInt16) throws(SocketError) -> ListeningSocket
  ) throws(SocketError) -> [ListeningSocket] {
    var open: [ListeningSocket] = []
    var firstFailure: SocketError?
    for host in hosts {
      do throws(SocketError) {
        // The second uses the port that the first was given.
        open.append(try listen(host, open.first?.port ?? port))
      } catch {
        if error.isAddressInUse {
          for socket in open { socket.close() }
          throw error
        }
        firstFailure = firstFailure ?? error
      }
    }
    if open.isEmpty, let firstFailure { throw firstFailure }
    return open
  }
}

extension ListeningSocket {
  /// The port of a TCP socket.
  fileprivate var port: UInt16? {
    if case .tcp(_, let port) = address { port } else { nil }
  }
}
