import HTTPTypes
import HTTPWire
import Testing

@Suite struct RouterTests {
  private static let table = [
    Route(.get, "/", "root"), Route(.get, "/partners/v1/events", "list"),
    Route(.get, "/partners/v1/events/{event_id}", "event"),
    Route(.get, "/partners/v1/events/{event_code}/{event_host}/id", "id"),
    Route(.post, "/partners/v1/events/{event_id}/cart", "reserve"),
    Route(.put, "/partners/v1/events/{event_id}/cart", "commit"),
    Route(.delete, "/partners/v1/events/{event_id}/cart", "delete"),
    Route(.get, "/orders/unredeemed", "unredeemed"), Route(.post, "/orders/{token}", "open"),
    Route(.get, "/orders/{token}", "order"), Route(.get, "/orders/{token}/status", "status"),
    Route(.get, "/console/", "console"), Route(.get, "/a/b/c", "fixed"), Route(.get, "/a/{x}/d", "parameter"),
  ]

  private func found(_ method: HTTPRequest.Method, _ target: String) throws -> String {
    switch try Router(Self.table).match(method, RequestTarget(target)) {
    case .found(let value, let parameters):
      zip(parameters.names, parameters.values).reduce(value) { $0 + " \($1.0)=\($1.1)" }
    case .wrongMethod(let allowed): "405 " + allowed.map(\.rawValue).joined(separator: ",")
    case .notFound: "404"
    }
  }

  @Test(
    arguments: [
      ("/", "root"), ("http://host", "root"), ("/partners/v1/events", "list"), ("/partners/v1/events?x=/y", "list"),
      ("/partners/v1/events/3F00", "event event_id=3F00"),
      ("/partners/v1/events/39-20827%2FPHX", "event event_id=39-20827/PHX"),
      ("/partners/v1/events/1/2/id", "id event_code=1 event_host=2"), ("/partners/v1/ev%65nts", "list"),
      ("/orders/unredeemed", "unredeemed"), ("/orders/x", "order token=x"),
      ("/orders/unredeemed/status", "status token=unredeemed"),
      ("/orders/%7B", "order token={"), ("/console/", "console"), ("/a/b/c", "fixed"), ("/a/b/d", "parameter x=b"),
    ])
  func pathsLeadToTheirRoute(target: String, expected: String) throws {
    #expect(try found(.get, target) == expected)
  }

  @Test(
    arguments: [
      "/partners", "/partners/v1", "/partners/v1/events/", "/partners/v1/events//", "/partners/v1/events/1/",
      "/partners/v1/events/1/2", "//", "/console", "/orders/", "/orders//status", "/Orders/x", "/a/b/e", "*",
      "/a/b%2Fc",
    ])
  func otherPathsAreNotFound(target: String) throws {
    #expect(try found(.get, target) == "404")
  }

  @Test func headMatchesGet() throws {
    #expect(try found(.head, "/orders/x") == "order token=x")
  }

  @Test(
    arguments: [
      (HTTPRequest.Method.patch, "/partners/v1/events/1/cart", "405 POST,PUT,DELETE"),
      (.put, "/orders/x", "405 POST,GET,HEAD"),
      (.post, "/orders/unredeemed", "405 GET,HEAD"), (.head, "/partners/v1/events/1/cart", "405 POST,PUT,DELETE"),
    ])
  func theMethodIsJudgedAfterThePath(method: HTTPRequest.Method, target: String, expected: String) throws {
    #expect(try found(method, target) == expected)
  }

  @Test func allowedMethodsAreKnownForAPath() throws {
    let router = try Router(Self.table)
    #expect(try router.allowedMethods(for: RequestTarget("/orders/x")) == [.post, .get, .head])
    #expect(try router.allowedMethods(for: RequestTarget("/nowhere")).isEmpty)
    #expect(try router.allowedMethods(for: RequestTarget("*")).isEmpty)
  }

  @Test func parametersAreFoundByName() throws {
    guard
      case .found(_, let parameters) = try Router(Self.table).match(.get, RequestTarget("/partners/v1/events/1/2/id"))
    else {
      Issue.record("not found")
      return
    }
    #expect(parameters["event_host"] == "2")
    #expect(parameters["event_id"] == nil)
  }

  @Test(arguments: [("/a", "/a"), ("/{x}", "/{y}"), ("/a/{x}/b", "/a/{y}/b")])
  func routesForTheSameRequestsAreAnError(one: String, other: String) {
    #expect(throws: RoutingError.conflict(method: .get, pattern: other, other: one)) {
      try Router([Route(.get, one, 1), Route(.get, other, 2)])
    }
  }

  @Test func parametersMayBeNamedDifferentlyByDifferentRoutes() throws {
    let router = try Router([Route(.get, "/{x}", 1), Route(.post, "/{y}", 2), Route(.get, "/{z}/a", 3)])
    guard case .found(2, let parameters) = try router.match(.post, RequestTarget("/v")) else {
      Issue.record("not found")
      return
    }
    #expect(parameters["y"] == "v")
  }

  @Test(arguments: ["", "a", "/{", "/{}", "/a{b}", "/{a}b", "/{a}/{a}", "/{a{b}}"])
  func patternsThatAreNoneAreAnError(pattern: String) {
    #expect(throws: RoutingError.badPattern(pattern)) { try Router([Route(.get, pattern, 1)]) }
  }
}
