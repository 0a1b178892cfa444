import Console
import HTTPTypes
import HTTPWire
import Testing

/// Browsers are led to the page, and nobody else.
@Suite struct ConsoleEntranceTests {
  private static let browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"

  @Test(arguments: [
    ("/", "/__willcall/"), ("/?key=a%20b", "/__willcall/?key=a%20b"),
    ("http://a", "/__willcall/"), ("http://a/?x", "/__willcall/?x"),
  ])
  func aBrowserAtTheRootIsRedirected(target: String, location: String) throws {
    let answer = try #require(ConsoleEntrance.redirectFromRoot(try .get(target, [(.accept, Self.browser)])))
    #expect(answer.status == .temporaryRedirect)
    #expect(answer.fields[.location] == location)
    #expect(answer.fields[.vary] == "Accept")
    #expect(answer.fields[.cacheControl] == "no-store")
  }

  @Test(arguments: ["*/*", "application/json", "text/html;q=0", "text/html;q=0.5, application/json", ""])
  func othersAreNot(accept: String) throws {
    #expect(ConsoleEntrance.redirectFromRoot(try .get("/", [(.accept, accept)])) == nil)
    #expect(ConsoleEntrance.redirectFromRoot(try .get("/")) == nil)
  }

  @Test(arguments: ["//", "/x", "/index.html", "/__willcall", "http://a/b"])
  func otherPathsAreNot(target: String) throws {
    #expect(ConsoleEntrance.redirectFromRoot(try .get(target, [(.accept, Self.browser)])) == nil)
  }

  @Test func onlyReadingIsRedirected() throws {
    let fields: FieldSection = [.accept: Self.browser]
    for method in [HTTPRequest.Method.post, .options, .delete] {
      #expect(ConsoleEntrance.redirectFromRoot(try Request(method, "/", fields: fields)) == nil)
    }
    #expect(ConsoleEntrance.redirectFromRoot(try Request(.options, "*", fields: fields)) == nil)
    #expect(ConsoleEntrance.redirectFromRoot(try Request(.head, "/", fields: fields)) != nil)
  }
}
