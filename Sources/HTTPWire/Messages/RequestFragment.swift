public import HTTPTypes

/// What is known of a malformed request.
public struct RequestFragment: Sendable {
  /// The method; `nil` if the request line was malformed or incomplete.
  public var method: HTTPRequest.Method?
  /// The target; `nil` whenever the method is.
  public var target: RequestTarget?
  /// The version; that of HTTP/1.1 if it is not known.
  public var version: HTTPVersion
  /// The header fields that had arrived by then.
  public var fields: FieldSection

  /// Creates a fragment; by default nothing is known.
  public init(
    method: HTTPRequest.Method? = nil, target: RequestTarget? = nil, version: HTTPVersion = .http11,
    fields: FieldSection = FieldSection()
  ) {
    self.method = method
    self.target = target
    self.version = version
    self.fields = fields
  }
}
