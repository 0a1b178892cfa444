public import HTTPTypes

/// Finds the value for a method and a path in a table of routes, segment by segment in a trie.
///
/// The path decides first, then the method. A static segment takes precedence over a parameter; if the rest of the path
/// then does not match, the parameter is tried. Segments are compared percent-decoded. A parameter never matches an
/// empty segment, so `/events/` matches neither `/events/{id}` nor `/events`.
public struct Router<Value: Sendable>: Sendable {
  /// The result of matching a request.
  public enum Match: Sendable {
    /// The route's value, and the values of its parameters.
    case found(Value, PathParameters)

    /// The path has routes, but none for this method; `allowed` is for the Allow field and includes HEAD.
    case wrongMethod(allowed: [HTTPRequest.Method])

    /// No route has this path.
    case notFound
  }

  @usableFromInline let trie: RouteTrie
  @usableFromInline let values: [Value]

  /// Compiles a route table.
  ///
  /// - Throws: ``RoutingError`` for an invalid pattern, and for two routes that match the same requests.
  public init(_ routes: [Route<Value>]) throws(RoutingError) {
    var trie = RouteTrie()
    for (place, route) in routes.enumerated() {
      try trie.add(route.method, route.pattern, place: place)
    }
    self.trie = trie
    values = routes.map { $0.value }
  }

  /// Finds the route for a request.
  @inlinable  // Otherwise the caller looks up the types of the result at every call.
  public func match(_ method: HTTPRequest.Method, _ target: RequestTarget) -> Match {
    switch trie.match(method, target) {
    case .found(let place, let parameters): .found(values[place], parameters)
    case .wrongMethod(let allowed): .wrongMethod(allowed: allowed)
    case .notFound: .notFound
    }
  }

  /// The methods that a path has routes for, HEAD included; empty if it has none.
  public func allowedMethods(for target: RequestTarget) -> [HTTPRequest.Method] {
    trie.allowedMethods(for: target)
  }
}
