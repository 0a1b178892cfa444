/// The HTTP version of a request.
///
/// A minor version above 1.1 counts as 1.1 (RFC 9110 §2.5); any other major version is refused with 505.
public enum HTTPVersion: Sendable, Hashable, BitwiseCopyable {
  case http10
  case http11
  case http2

  /// Its name, such as `HTTP/1.1`.
  public var name: String {
    switch self {
    case .http10: "HTTP/1.0"
    case .http11: "HTTP/1.1"
    case .http2: "HTTP/2"
    }
  }
}
