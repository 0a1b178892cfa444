/// The two addresses of `localhost`: a client may take either, so a server listens on both.
///
/// They are the loopback interface without asking anybody (RFC 6761 section 6.3).
enum LoopbackPair {
  static let hosts = ["127.0.0.1", "::1"]

  /// How many ports are tried for one that is free in both.
  static let attempts = 32

  /// Listens on both, IPv4 first, at one port; on one of them if the system does not have the other.
  ///
  /// - Parameter port: 0 takes one that is free in both.
  /// - Throws: ``SocketError`` if the port is taken in either, or if there is neither; then nothing is open.
  static func open(port: UInt16) throws(SocketError) -> [ListeningSocket] {
    try open(port: port) { (host, port) throws(SocketError) in try ListeningSocket(.tcp(host: host, port: port)) }
  }

  /// Listens by another way to open a socket.
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
        // The second has the port that the first was given.
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
