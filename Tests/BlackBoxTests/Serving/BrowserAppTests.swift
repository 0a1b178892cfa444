import HTTPTypes
import LoopbackClient
import Testing

/// Pages in a browser, which asks the server whose pages may call.
@Suite(.timeLimit(.minutes(5)))
struct BrowserAppTests {
  private static let events = "/partners/v1/events?apikey=k"
  private static let page = ("Origin", "https://app.example")
  private static let preflight = [page, ("Access-Control-Request-Method", "DELETE")]

  @Test func everyPageMayCallThePartnerAPIAsLongAsNoneIsNamed() throws {
    let server = try RunningServer()
    let connection = try server.connect()
    let answer = try connection.request(.get, Self.events, fields: [Self.page])
    #expect(answer["Access-Control-Allow-Origin"] == "*")
    #expect(answer["Access-Control-Allow-Credentials"] == nil)
    let asked = try connection.request(.options, "/partners/v1/events/x/cart", fields: Self.preflight)
    #expect(asked.status == 204 && asked["Access-Control-Allow-Origin"] == "*")
    #expect(asked["X-Willcall-Fidelity"] == "inferred; see=request/cross-origin")
    #expect(try connection.request(.get, Self.events)["Access-Control-Allow-Origin"] == nil, "no page asks")
    #expect(try server.stop() == 0)
    #expect(!server.errors.contains("Origin"))
  }

  @Test(arguments: [[], ["--cors", "*"], ["--cors", "https://app.example"]])
  func noPageMayCallTheControlAPI(options: [String]) throws {
    let server = try RunningServer(options)
    let connection = try server.connect()
    for target in ["clock?apikey=k", "requests?apikey=k", "state?apikey=k"] {
      let answer = try connection.request(.get, "/__willcall/\(target)", fields: [Self.page])
      #expect(answer.status == 403)
      #expect(!answer.fields.contains { $0.name.lowercased().hasPrefix("access-control-") })
    }
    let asked = try connection.request(.options, "/__willcall/reset", fields: Self.preflight)
    #expect(!asked.fields.contains { $0.name.lowercased().hasPrefix("access-control-") })
    #expect(try server.stop() == 0)
  }

  @Test(arguments: [["--cors", "none"], ["--cors", "https://other.example"]])
  func aPageThatIsNotAllowedIsToldOfAndWhatAllowsIt(options: [String]) throws {
    let server = try RunningServer(options)
    let connection = try server.connect()
    let sentence =
      "The origin https://app.example is not allowed, so browsers hide this answer from its pages; "
      + "allow it with --cors https://app.example."
    for _ in 0..<3 {
      let answer = try connection.request(.get, Self.events, fields: [Self.page])
      #expect(answer.status == 200)
      #expect(answer["X-Willcall-Diagnosis"] == sentence)
    }
    let asked = try connection.request(.options, "/partners/v1/events/x/cart", fields: Self.preflight)
    #expect(asked["X-Willcall-Diagnosis"] == sentence && asked["X-Willcall-Fidelity"] == nil)
    let wrong = try connection.request(.get, "/partners/v1/nope?apikey=k", fields: [Self.page])
    #expect(wrong["X-Willcall-Diagnosis"]?.hasSuffix(sentence) == true && wrong["X-Willcall-Diagnosis"] != sentence)
    // Its own pages, such as that of the captcha, are of no other origin.
    let own = try connection.request(.get, Self.events, fields: [("Origin", server.url)])
    #expect(own["X-Willcall-Diagnosis"] == nil)
    #expect(try server.stop() == 0)
    let lines = server.errors.split(separator: "\n").filter { $0.contains("https://app.example") }
    #expect(lines.count == 1)
    #expect(lines.first?.hasPrefix("willcall: warning: ") == true)
    #expect(lines.first?.contains("--cors https://app.example") == true)
  }

  /// Whoever makes origins up fills neither the log nor the memory.
  @Test func onlySomeOriginsAreTold() throws {
    let server = try RunningServer(["--cors", "none"])
    let connection = try server.connect()
    for number in 0..<50 {
      _ = try connection.request(.get, Self.events, fields: [("Origin", "https://app\(number).example")])
    }
    #expect(try server.stop() == 0)
    #expect(server.errors.split(separator: "\n").filter { $0.contains("--cors https://app") }.count == 20)
  }
}
