public import HTTPTypes

/// What is known of a request that is wrong on the wire.
public struct RequestFragment: Sendable {
  /// The method; `nil` if the request line was wrong or never ended.
  public var method: HTTPRequest.Method?
  /// The target; `nil` together with the method.
  public var target: RequestTarget?
  /// The header fields that had arrived.
  public var fields: FieldSection

  /// Makes a fragment; by default nothing is known.
  public init(
    method: HTTPRequest.Method? = nil, target: RequestTarget? = nil, fields: FieldSection = FieldSection()
  ) {
    self.method = method
    self.target = target
    self.fields = fields
  }
}
