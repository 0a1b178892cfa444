public import HTTPTypes

/// The trie behind a ``Router``, from paths to indices in the route table.
///
/// Separate from the router because it is not generic: generic code from another module looks up its types at every
/// call.
@usableFromInline
struct RouteTrie: Sendable {
  /// A node of the trie.
  private struct Node: Sendable {
    var children: [(segment: [UInt8], node: Int)] = []
    var parameter: Int?
    var endings: [Ending] = []
  }

  /// The end of a route.
  private struct Ending: Sendable {
    let method: HTTPRequest.Method
    let pattern: String
    /// The route's index in the table.
    let place: Int
    let names: [String]

    /// Which segments of the path are parameters, in ascending order.
    let positions: [Int]
  }

  private var nodes = [Node()]

  /// Adds a route.
  ///
  /// - Throws: ``RoutingError`` for an invalid pattern, and for a route that matches the same requests as another.
  mutating func add(_ method: HTTPRequest.Method, _ text: String, place: Int) throws(RoutingError) {
    let pattern = try PathPattern(text)
    var index = 0
    for segment in pattern.segments {
      index = child(of: index, for: segment)
    }
    if let other = nodes[index].endings.first(where: { $0.method == method }) {
      throw .conflict(method: method, pattern: text, other: other.pattern)
    }
    nodes[index].endings.append(
      Ending(
        method: method, pattern: text, place: place, names: pattern.parameterNames,
        positions: pattern.parameterPositions))
  }

  private mutating func child(of index: Int, for segment: PathPattern.Segment) -> Int {
    switch segment {
    case .fixed(let bytes):
      if let known = nodes[index].children.first(where: { $0.segment == bytes }) { return known.node }
      nodes[index].children.append((bytes, nodes.count))
    case .parameter:
      if let known = nodes[index].parameter { return known }
      nodes[index].parameter = nodes.count
    }
    nodes.append(Node())
    return nodes.count - 1
  }

  /// Finds the route for a request.
  @usableFromInline func match(_ method: HTTPRequest.Method, _ target: RequestTarget) -> Router<Int>.Match {
    target.withPathBytes { path in
      guard !target.isAsterisk, let end = search(path, from: 0, at: 0) else { return .notFound }
      let endings = nodes[end].endings
      guard let ending = endings.first(where: { $0.method == method }) ?? getRoute(of: endings, for: method)
      else {
        return .wrongMethod(allowed: Self.allowed(by: endings))
      }
      return .found(ending.place, Self.parameters(of: ending, in: path))
    }
  }

  /// The methods that a path has routes for, HEAD included; empty if it has none.
  func allowedMethods(for target: RequestTarget) -> [HTTPRequest.Method] {
    target.withPathBytes { path in
      guard !target.isAsterisk, let end = search(path, from: 0, at: 0) else { return [] }
      return Self.allowed(by: nodes[end].endings)
    }
  }

  private func getRoute(of endings: [Ending], for method: HTTPRequest.Method) -> Ending? {
    method == .head ? endings.first { $0.method == .get } : nil
  }

  private static func allowed(by endings: [Ending]) -> [HTTPRequest.Method] {
    var methods = endings.map { $0.method }
    if let get = methods.firstIndex(of: .get), !methods.contains(.head) { methods.insert(.head, at: get + 1) }
    return methods
  }

  /// The node at which the rest of `path`, from the slash at `position`, ends; nil if no route leads there.
  private func search(_ path: UnsafeBufferPointer<UInt8>, from position: Int, at index: Int) -> Int? {
    guard position < path.count, path.count > 1 else { return nodes[index].endings.isEmpty ? nil : index }
    guard path[position] == .slash else { return nil }
    let end = path.firstPlace(of: .slash, from: position + 1) ?? path.count
    let segment = UnsafeBufferPointer(rebasing: path[position + 1..<end])
    if let child = fixedChild(of: index, for: segment), let found = search(path, from: end, at: child) { return found }
    guard let parameter = nodes[index].parameter, !segment.isEmpty else { return nil }
    return search(path, from: end, at: parameter)
  }

  private func fixedChild(of index: Int, for segment: UnsafeBufferPointer<UInt8>) -> Int? {
    if segment.firstPlace(of: .percent, from: 0) != nil {
      let decoded = PercentEncoding.decodedPath(segment)
      return nodes[index].children.first { $0.segment.elementsEqual(decoded.utf8) }?.node
    }
    let children = nodes[index].children
    for place in children.indices where children[place].segment.count == segment.count {
      if children[place].segment.withUnsafeBufferPointer({ $0.hasSameBytes(as: segment) }) {
        return children[place].node
      }
    }
    return nil
  }

  private static func parameters(of ending: Ending, in path: UnsafeBufferPointer<UInt8>) -> PathParameters {
    guard !ending.positions.isEmpty else { return PathParameters() }
    var values: [String] = []
    values.reserveCapacity(ending.positions.count)
    var segmentNumber = 0
    var start = 1
    for position in ending.positions {
      while segmentNumber < position {
        start = (path[start...].firstIndex(of: .slash) ?? path.count) + 1
        segmentNumber += 1
      }
      let end = path[start...].firstIndex(of: .slash) ?? path.count
      values.append(PercentEncoding.decodedPath(UnsafeBufferPointer(rebasing: path[start..<end])))
    }
    return PathParameters(names: ending.names, values: values)
  }
}
