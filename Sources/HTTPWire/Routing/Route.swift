public import HTTPTypes

/// One entry of a route table: a method and a path, and the value they lead to.
public struct Route<Value: Sendable>: Sendable {
  /// The method; a GET route answers HEAD too.
  public var method: HTTPRequest.Method

  /// The path, such as `/partners/v1/events/{event_id}/cart`; a parameter is a whole segment and never empty.
  public var pattern: String

  /// What the route leads to.
  public var value: Value

  /// Creates a route.
  public init(_ method: HTTPRequest.Method, _ pattern: String, _ value: Value) {
    self.method = method
    self.pattern = pattern
    self.value = value
  }
}

/// What is wrong with a route table.
public enum RoutingError: Error, Sendable, Hashable, CustomStringConvertible {
  /// A pattern that does not start with `/`, has a `{` or `}` out of place, or names a parameter twice.
  case badPattern(String)

  /// Two routes of one method that match the same paths.
  case conflict(method: HTTPRequest.Method, pattern: String, other: String)

  /// One sentence for the person who wrote the table.
  public var description: String {
    switch self {
    case .badPattern(let pattern): "'\(pattern)' is no path pattern."
    case .conflict(let method, let pattern, let other): "\(method) '\(pattern)' matches the same paths as '\(other)'."
    }
  }
}
