import HTTPTypes
import HTTPWire
import Testing

@testable import Console

/// A file of the page as it is answered.
@Suite struct ConsoleFileTests {
  private static let file = ConsoleFile(name: "a.js", bytes: Array("export {}\n".utf8))
  private static let tag = file.entityTag

  @Test func theWholeFileHasAllThatABrowserMustKnow() throws {
    let answer = Self.file.response(to: try .get())
    #expect(answer.status == .ok)
    #expect(answer.body == Array("export {}\n".utf8))
    #expect(answer.fields[.contentType] == "text/javascript; charset=utf-8")
    #expect(answer.fields[.cacheControl] == "no-cache")
    #expect(answer.fields[.xContentTypeOptions] == "nosniff")
    #expect(answer.fields[.eTag] == Self.tag)
    #expect(HTTPField.Name("Referrer-Policy").flatMap { answer.fields[$0] } == "no-referrer")
    let policy = try #require(answer.fields[.contentSecurityPolicy])
    #expect(policy.hasPrefix("default-src 'none'; script-src 'self'; "))
    for part in ["frame-ancestors 'none'", "require-trusted-types-for 'script'", "trusted-types 'none'"] {
      #expect(policy.split(separator: "; ").contains { $0 == part })
    }
    #expect(!policy.contains("unsafe"))
  }

  @Test func theTagIsOfTheContent() {
    let again = ConsoleFile(name: "b.js", bytes: Array("export {}\n".utf8))
    #expect(again.entityTag == Self.tag)
    let other = ConsoleFile(name: "a.js", bytes: Array("export { }\n".utf8))
    #expect(other.entityTag != Self.tag)
    #expect(Self.tag.utf8.count == 34 && Self.tag.hasPrefix("\"") && Self.tag.hasSuffix("\""))
  }

  /// What a client says that it has, in which `T` stands for the file's tag.
  @Test(
    arguments: [
      (["T"], true), (["W/T"], true), (["*"], true), ([" * "], true), (["\"x\", T"], true), (["T,\"x\""], true),
      (["\"x\"  ,  W/T , \"y\""], true), ([",,T,"], true), (["\"x\"", "T"], true), (["\"a,b\", T"], true),
      (["\"x\""], false), ([], false), ([""], false), (["w/T"], false), (["T\"x\""], true), (["\"x\" T"], false),
      (["\"x, T"], false), (["x, T"], false), (["\"x\", *"], false), (["* T"], false),
    ] as [([String], Bool)])
  func onlyWhoHasItIsSpared(values: [String], isSpared: Bool) throws {
    let sent = values.map { (HTTPField.Name.ifNoneMatch, $0.replacing("T", with: Self.tag)) }
    let answer = Self.file.response(to: try .get("/", sent))
    #expect(answer.status == (isSpared ? .notModified : .ok))
    #expect(answer.body.isEmpty == isSpared)
    #expect(answer.fields[.eTag] == Self.tag)
    #expect(answer.fields[.cacheControl] == "no-cache")
    #expect((answer.fields[.contentType] == nil) == isSpared)
  }

  @Test(arguments: [
    ("index.html", "text/html; charset=utf-8"), ("a.css", "text/css; charset=utf-8"),
    ("a.b.js", "text/javascript; charset=utf-8"), ("icon.svg", "image/svg+xml"), ("a.json", "application/json"),
    ("js", "text/javascript; charset=utf-8"), ("a.unknown", "application/octet-stream"),
    ("", "application/octet-stream"),
  ])
  func theTypeIsByTheName(name: String, type: String) {
    #expect(ConsoleMedia.type(of: name) == type)
  }
}
