import HTTPTypes
import LoopbackClient
import Testing

/// Clients behind proxies send whole URLs, and any character of a path may be escaped (RFC 9112 section 3.2.2).
@Suite(.timeLimit(.minutes(5)))
struct TargetFormTests {
  @Test(
    arguments: [
      ("/__willcall/health", 200), ("http://localhost:8490/__willcall/health", 200),
      ("HTTP://127.0.0.1/__willcall/health", 200), ("/%5F%5Fwillcall/health", 200), ("/__willcall/he%61lth", 200),
      ("http://a.example/%5f_willcall/health", 200), ("http://localhost/__willcall/clock?apikey=k", 200),
      ("/__willc%61ll/clock?apikey=k", 200), ("http://localhost/__willcall/nothing", 404),
    ])
  func theControlAPIIsReachedByEveryForm(target: String, status: Int) throws {
    let server = try RunningServer()
    let answer = try server.connect().request(.get, target)
    #expect(answer.status == status)
    // None of it is in the Partner API's headers or errors.
    #expect(answer["X-Willcall-Request"] == nil)
    if status == 404 { #expect(answer.text.contains("The control API has no such path.")) }
    #expect(try server.stop() == 0)
  }

  /// The name of a whole URL is judged, not that of the field (RFC 9112 section 3.2.2).
  @Test(arguments: ["http://evil.example/__willcall/reset", "http://evil.example/%5F%5Fwillcall/reset"])
  func theGuardLooksAtTheNameInTheTarget(target: String) throws {
    let server = try RunningServer()
    let answer = try server.connect().request(.post, target, fields: [("Host", "localhost")])
    #expect(answer.status == 403)
    #expect(answer.text.contains("evil.example"))
    #expect(try server.stop() == 0)
  }

  @Test(
    arguments: [
      "/__willcall%2Fhealth", "/__willcallx/health", "//__willcall/health", "/x/__willcall/health",
      "/__WILLCALL/health", "/?/__willcall/health", "http://localhost?/__willcall/health", "/__willcallx",
      "//__willcall",
    ])
  func whatOnlyLooksLikeItIsThePartnerAPIs(target: String) throws {
    let server = try RunningServer()
    let answer = try server.connect().request(.get, target)
    #expect(answer.status == 404)
    #expect(answer["X-Willcall-Request"] == "s1")
    #expect(try server.stop() == 0)
  }

  @Test(arguments: [
    ("/__willcall", 307), ("http://localhost/__willcall", 307), ("/%5F_willcall/", 200),
    ("http://localhost/__willcall/", 200),
  ])
  func thePageIsReachedByEveryForm(target: String, status: Int) throws {
    let server = try RunningServer()
    let answer = try server.connect().request(.get, target)
    #expect(answer.status == status)
    #expect(answer["X-Willcall-Request"] == nil, "no request of a partner")
    #expect(try server.stop() == 0)
  }

  @Test(arguments: ["http://localhost:8490", ""])
  func thePartnerAPIIsReachedByEveryForm(base: String) throws {
    let server = try RunningServer()
    let answer = try server.connect().request(.get, "\(base)/p%61rtners/v1/events?apikey=k")
    #expect(answer.status == 200)
    #expect(try server.stop() == 0)
  }
}
