/// Why a client got no response.
public enum ClientError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The text is no `http://host:port/path` and no `http+unix:PATH`.
  case badURL(String)

  /// The host name does not resolve.
  case unknownHost(String)

  /// A system call failed: the call, `errno`, and the system's words.
  case failed(operation: String, errno: Int32, message: String)

  /// The time for connecting, sending or receiving ran out.
  case timedOut(String)

  /// The server closed the connection before the response was complete; so many bytes of it had come.
  case closedEarly(receivedBytes: Int)

  /// What came is no HTTP/1.x response.
  case badResponse(String)

  /// The server sent more bytes than were wanted.
  case tooLong(limit: Int)

  /// One sentence for the user of a command.
  public var description: String {
    switch self {
    case .badURL(let url): "'\(url)' is neither http://HOST:PORT/PATH nor http+unix:PATH."
    case .unknownHost(let host): "The host '\(host)' is not known; use its IP address if there is no resolver."
    case .failed(let operation, _, let message): "\(operation): \(message)"
    case .timedOut(let operation): "\(operation): timed out"
    case .closedEarly(let count): "The server closed the connection after \(count) bytes of the response."
    case .tooLong(let limit): "The response has more than \(limit) bytes."
    case .badResponse(let reason): "The response is not HTTP: \(reason)"
    }
  }
}
