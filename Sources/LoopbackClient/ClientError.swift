/// Why a client received no response.
public enum ClientError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The text is neither `http://host:port/path` nor `http+unix:PATH`.
  case badURL(String)

  /// The host name does not resolve.
  case unknownHost(String)

  /// A system call failed: the call, `errno`, and the system's message.
  case failed(operation: String, errno: Int32, message: String)

  /// The time for connecting, sending or receiving ran out.
  case timedOut(String)

  /// The server closed the connection before the response was complete, after this many bytes of it.
  case closedEarly(receivedBytes: Int)

  /// The bytes received are not an HTTP/1.x response.
  case badResponse(String)

  /// The server sent more bytes than the limit.
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
