public import HTTPTypes

/// Finds the value for a method and a path in a table of routes, segment by segment in a trie.
///
/// The path decides first, then the method. A static segment beats a parameter; should the rest of the path then not
/// match, the parameter is tried. Segments are compared percent-decoded. A parameter matches no empty segment, so
/// `/events/` is not `/events/{id}`, nor `/events`.
public struct Router<Value: Sendable>: Sendable {
  /// What a request leads to.
  public enum Match: Sendable {
    /// The route's value, and the values of its parameters.
    case found(Value, PathParameters)

    /// The path has routes, but not for this method; the methods it has are for the Allow field, HEAD included.
    case wrongMethod(allowed: [HTTPRequest.Method])

    /// No route has this path.
    case notFound
  }

  private let trie: RouteTrie
  private let values: [Value]

  /// Compiles a route table.
  ///
  /// - Throws: ``RoutingError`` for a pattern that is none, and for two routes that match the same requests.
  public init(_ routes: [Route<Value>]) throws(RoutingError) {
    var trie = RouteTrie()
    for (place, route) in routes.enumerated() {
      try trie.add(route.method, route.pattern, place: place)
    }
    self.trie = trie
    values = routes.map { $0.value }
  }

  /// Finds the route for a request.
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
