import HTTPTypes
import LoopbackClient
import Testing

/// The page, over a real socket.
@Suite(.timeLimit(.minutes(5)))
struct PageTests {
  private static let browser = [("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")]

  @Test func aBrowserComesToThePage() throws {
    let server = try RunningServer()
    let connection = try server.connect()
    let root = try connection.request(.get, "/?key=k", fields: Self.browser)
    #expect(root.status == 307)
    let location = try #require(root["Location"])
    #expect(location == "/__willcall/?key=k")
    let page = try connection.request(.get, location, fields: Self.browser)
    #expect(page.status == 200 && page["Content-Type"] == "text/html; charset=utf-8")
    let head = try connection.request(.head, location, fields: Self.browser)
    #expect(head.status == 200 && head["Content-Length"] == "\(page.body.count)" && head.body.isEmpty)
    let tag = try #require(page["ETag"])
    let again = try connection.request(.get, location, fields: [("If-None-Match", "\"x\", W/\(tag)")])
    #expect(again.status == 304 && again.body.isEmpty && again["ETag"] == tag)
    #expect(try connection.request(.get, "/__willcall").status == 307)
  }

  @Test func othersAreToldOfIt() throws {
    let server = try RunningServer()
    let answer = try server.connect().request(.get, "/")
    #expect(answer.status == 404)
    #expect(answer["X-Willcall-Diagnosis"]?.contains(" /__willcall/ ") == true)
  }

  @Test(arguments: ["/", "/__willcall", "/__willcall/"])
  func withoutControlThereIsNone(target: String) throws {
    let server = try RunningServer(["--no-control"])
    let answer = try server.connect().request(.get, target, fields: Self.browser)
    #expect(answer.status == 404)
    #expect(answer["X-Willcall-Diagnosis"]?.contains(" /__willcall/ ") == false)
  }

  @Test func aFolderIsReadAnewEachTime() throws {
    let folder = try TemporaryFolder()
    try folder.write("one", to: "index.html")
    try folder.write("let a", to: "a.js")
    let server = try RunningServer(["--console-dir", folder.path])
    let connection = try server.connect()
    let first = try connection.request(.get, "/__willcall/")
    #expect(first.text == "one")
    try folder.write("two", to: "index.html")
    let second = try connection.request(.get, "/__willcall/", fields: [("If-None-Match", first["ETag"] ?? "")])
    #expect(second.status == 200 && second.text == "two")
    #expect(try connection.request(.get, "/__willcall/console/a.js").text == "let a")
    #expect(try connection.request(.get, "/__willcall/console/..%2Fa.js").status == 404)
  }

  @Test func aFolderWithoutAPageIsRefused() throws {
    let folder = try TemporaryFolder()
    let result = try Command.run(["serve", "--port", "0", "--console-dir", folder.path])
    #expect(result.status == 2)
    #expect(result.errors.contains("index.html"))
  }
}
