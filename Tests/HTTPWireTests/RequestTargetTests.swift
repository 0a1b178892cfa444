import HTTPTypes
import HTTPWire
import Testing

@Suite struct RequestTargetTests {
  @Test(
    arguments: [
      ("/", []), ("/a", ["a"]), ("/a/b", ["a", "b"]), ("/a/", ["a", ""]), ("//a", ["", "a"]),
      ("/orders/39-20827%2FPHX/status", ["orders", "39-20827/PHX", "status"]),
      ("/Z%C3%BCrich/%41%2f%2e%2E", ["Zürich", "A/.."]), ("/a+b", ["a+b"]), ("/a%00b", ["a\0b"]),
      ("/a?b/c", ["a"]), ("http://host/a/b?c", ["a", "b"]), ("http://host", []), ("*", []),
    ] as [(String, [String])])
  func segmentsAreDecodedAfterTheSplit(target: String, segments: [String]) throws {
    #expect(try RequestTarget(target).segments == segments)
  }

  @Test(
    arguments: [
      ("/a%2Fb?c=d?e", "/a%2Fb", "c=d?e"), ("/", "/", ""), ("/?", "/", ""), ("http://h", "/", ""),
      ("http://h?q", "/", "q"), ("HTTPS://h:8/p?q", "/p", "q"), ("*", "*", ""),
    ])
  func pathAndQueryStayAsReceived(target: String, path: String, query: String) throws {
    let parsed = try RequestTarget(target)
    #expect(parsed.raw == target)
    #expect(parsed.path == path)
    #expect(parsed.query.raw == query)
  }

  @Test(
    arguments: [
      ("/a", true), ("/a/", true), ("/a/b", true), ("/a?b", true), ("/%61/b", true), ("/%61", true),
      ("http://h/a/b", true), ("HTTP://h:1/%61?q", true), ("/a%2Fb", false), ("/ab", false), ("//a", false),
      ("/b/a", false), ("/A", false), ("/", false), ("http://h", false), ("http://h?/a", false), ("http://a/b", false),
      ("*", false), ("/b?/a", false),
    ])
  func theFirstPartOfThePathIsComparedDecoded(target: String, isUnder: Bool) throws {
    #expect(try RequestTarget(target).isUnder("a") == isUnder)
  }

  @Test(arguments: ["http://h:8080/p", "HTTP://h:8080", "http://h:8080?q"])
  func absoluteFormHasSchemeAndAuthority(target: String) throws {
    let parsed = try RequestTarget(target)
    #expect(parsed.scheme == "http")
    #expect(parsed.authority == "h:8080")
  }

  @Test func originFormHasNoAuthority() throws {
    let parsed = try RequestTarget("/http://h/")
    #expect(parsed.scheme == nil)
    #expect(parsed.authority == nil)
    #expect(try RequestTarget("*").isAsterisk)
  }

  @Test(arguments: ["http://[::1]:8490/", "http://[2001:db8::1]/", "http://a_b.example:/", "http://%41.example/"])
  func authoritiesOfManyKindsAreTaken(target: String) throws {
    #expect(try RequestTarget(target).authority != nil)
  }

  @Test func theHostIsThatOfTheTargetBeforeThatOfTheField() throws {
    #expect(try Request(.get, "http://b/", fields: [.accept: "x"]).host == "b")
    let parsed = try Request(.get, "/")
    #expect(parsed.host == nil)
  }

  @Test(arguments: [
    ("", RequestFault.badTarget), ("a", .badTarget), ("/%x", .badPercentEncoding), ("http://@/", .hostInvalid),
  ])
  func faultsAreThoseOfTheWire(target: String, fault: RequestFault) {
    #expect(throws: fault) { try RequestTarget(target) }
  }
}
