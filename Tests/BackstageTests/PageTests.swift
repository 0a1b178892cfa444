import Backstage
import Console
import HTTPTypes
import HTTPWire
import Sandboxes
import Testing

/// The page and its files: who gets them, and at which paths.
@Suite struct PageTests {
  private static func stage(_ configuration: BackstageConfiguration = .init()) throws -> Stage {
    var configuration = configuration
    configuration.consoleFile = { $0 == "index.html" || $0 == "app.js" ? Array("\($0)!".utf8) : nil }
    return try Stage(configuration: configuration)
  }

  @Test(arguments: [
    ("", "index.html!"), ("console/app.js", "app.js!"), ("?key=my-key&view=orders&x=1&x=2", "index.html!"),
    ("console/app.js?v=1", "app.js!"), ("console/app%2Ejs", "app.js!"),
  ])
  func theFilesAreServed(path: String, text: String) throws {
    let answer = try Self.stage().control(.get, path, key: .some(nil))
    #expect(answer.status == 200)
    #expect(answer.text == text)
    #expect(answer.header("ETag") != nil && answer.header("Content-Security-Policy") != nil)
  }

  @Test func thePageThatIsCompiledInIsServed() throws {
    let stage = try Stage()
    let answer = try stage.control(.get, "", key: .some(nil))
    #expect(answer.status == 200)
    #expect(answer.header("Content-Type") == "text/html; charset=utf-8")
    let tag = try #require(answer.header("ETag"))
    let again = try stage.control(.get, "", key: .some(nil), headers: ["Host": "localhost", "If-None-Match": tag])
    #expect(again.status == 304 && again.bytes.isEmpty)
    #expect(stage.directory.all.isEmpty, "it makes no sandbox")
  }

  @Test func withoutItsSlashItLeadsThere() throws {
    let answer = try Self.stage().controlAsIs(.get, "/__willcall?key=k")
    #expect(answer.status == 307)
    #expect(answer.header("Location") == "/__willcall/?key=k")
  }

  /// The page asks for the token, so it must be there before.
  @Test func theTokenIsNotAskedFor() throws {
    let stage = try Self.stage(.init(controlToken: "s3cret"))
    for target in ["/__willcall/", "/__willcall/console/app.js"] {
      #expect(try stage.controlAsIs(.get, target).status == 200)
    }
    #expect(try stage.controlAsIs(.get, "/__willcall").status == 307)
    #expect(try stage.controlAsIs(.post, "/__willcall/").status == 405)
    #expect(try stage.controlAsIs(.get, "/__willcall/console/none.js").status == 404)
    #expect(try stage.controlAsIs(.get, "/__willcall/clock").status == 401)
    #expect(try stage.controlAsIs(.get, "/__willcall/console").status == 401)
  }

  @Test(arguments: ["", "console/app.js"])
  func strangersDoNotGetIt(path: String) throws {
    let stage = try Self.stage()
    try stage.control(.get, path, headers: ["Host": "evil.example"]).expectError(403, path: "Host")
    try stage.control(.get, path, headers: [:]).expectError(403, path: "Host")
    try stage.control(.get, path, headers: ["Host": "localhost", "Origin": "http://evil.example"])
      .expectError(403, path: "Origin")
    try stage.control(.get, path, headers: ["Host": "localhost", "Sec-Fetch-Site": "cross-site"])
      .expectError(403, path: "Sec-Fetch-Site")
    let allowed = try Self.stage(.init(allowedHosts: ["mock.test"])).control(.get, path, headers: ["Host": "mock.test"])
    #expect(allowed.status == 200)
  }

  /// A colleague's link in a chat that is a web page itself.
  @Test func aLinkOnAnotherSiteMayBeFollowed() throws {
    let headers: KeyValuePairs = ["Host": "localhost", "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"]
    let stage = try Self.stage()
    #expect(try stage.control(.get, "", headers: headers).status == 200)
    try stage.control(.get, "clock", headers: headers).expectError(403, path: "Sec-Fetch-Site")
  }

  @Test(arguments: ["/__willcall", "/__willcall/", "/__willcall/console/app.js"])
  func itIsOnlyRead(target: String) throws {
    let stage = try Self.stage()
    for method in [HTTPRequest.Method.post, .put, .delete, .patch] {
      let answer = try stage.controlAsIs(method, target)
      answer.expectError(405, path: target, found: method.rawValue)
      #expect(answer.header("Allow") == "GET, HEAD")
    }
    let options = try stage.controlAsIs(.options, target)
    #expect(options.status == 204 && options.header("Allow") == "GET, HEAD")
    #expect(try stage.controlAsIs(.head, target).status == stage.controlAsIs(.get, target).status)
  }

  @Test(arguments: ["none.js", "none", "%2e%2e%2findex.html", "."])
  func aFileThatIsNotThereIsNotFound(name: String) throws {
    try Self.stage().controlAsIs(.get, "/__willcall/console/\(name)")
      .expectError(404, path: "/__willcall/console/\(name)")
  }

  @Test func thePageHasOneAddress() throws {
    let answer = try Self.stage().controlAsIs(.get, "/__willcall/console/index.html")
    answer.expectError(404, path: "/__willcall/console/index.html")
    #expect(try answer.string("/error/expected") == "/__willcall/")
  }

  @Test func aMisspeltFileIsGuessed() throws {
    let names = ConsoleFiles.embedded.names.filter { $0 != ConsoleFiles.page }
    guard let name = names.first(where: { $0.count > 5 }) else { return }
    let answer = try Stage().controlAsIs(.get, "/__willcall/console/\(name.dropLast())")
    #expect(try answer.string("/error/found").hasSuffix("(did you mean \"\(name)\"?)"))
  }

  @Test func aMisspeltFolderIsGuessed() throws {
    let answer = try Self.stage().controlAsIs(.get, "/__willcall/consol/app.js")
    #expect(try answer.string("/error/found").hasSuffix("(did you mean \"console\"?)"))
  }

  @Test func withoutControlThereIsNoPage() throws {
    let stage = try Self.stage(.init(hasControl: false))
    let root = try Stage.request(.get, "/", "", ["Host": "localhost", "Accept": "text/html"])
    #expect(stage.backstage.redirect(root) == nil)
    for target in ["/__willcall", "/__willcall/"] {
      #expect(!stage.backstage.answers(try RequestTarget(target)), "the Partner API's 404")
    }
    try stage.controlAsIs(.get, "/__willcall/console/app.js").expectError(404, path: "/__willcall/console/app.js")
    #expect(try Self.stage().backstage.redirect(root)?.fields[.location] == "/__willcall/")
  }

  @Test(arguments: [
    ("/__willcall", true), ("/__willcall/", true), ("/%5F_willcall/", true), ("/__willcall/x", true),
    ("http://a/__willcall", true), ("/", false), ("/__willcallx", false), ("//__willcall/", false),
  ])
  func whatItAnswers(target: String, isAnswered: Bool) throws {
    #expect(try Self.stage().backstage.answers(RequestTarget(target)) == isAnswered)
  }
}
