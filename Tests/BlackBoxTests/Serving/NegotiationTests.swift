import HTTPTypes
import JSONText
import LoopbackClient
import Testing

/// Pictures, pages and JSON from one server, over a real socket.
@Suite(.timeLimit(.minutes(5)))
struct NegotiationTests {
  private static let captcha = "/partners/v1/captcha?event_id=\(SampleEvent.documented)&apikey=k"

  private func get(_ target: String, accept: String) throws -> ClientResponse {
    try server.connect().request(.get, target, fields: [("Accept", accept)], body: [])
  }

  private let server: RunningServer

  init() throws {
    server = try RunningServer()
  }

  @Test func trackingIsAPicture() throws {
    let answer = try get("/partners/v1/tracking?event_id=\(SampleEvent.documented)&apikey=k", accept: "image/*")
    #expect(answer.status == 200)
    #expect(answer["Content-Type"] == "image/gif")
    #expect(answer["Content-Length"] == "43")
    #expect(Array(answer.body.prefix(10)) == Array("GIF89a".utf8) + [1, 0, 1, 0])
    #expect(answer.body.last == 0x3B)
  }

  @Test(arguments: [
    ("text/html,application/xhtml+xml,*/*;q=0.8", "text/html; charset=utf-8"),
    ("application/json", "application/json;charset=UTF-8"),
    ("text/html;q=0.1, application/json;q=0.2", "application/json;charset=UTF-8"),
  ])
  func captchaIsAPageOrJSON(accept: String, type: String) throws {
    let answer = try get(Self.captcha, accept: accept)
    #expect(answer.status == 200)
    #expect(answer["Content-Type"] == type)
    #expect(answer["X-TM-CAPTCHA-REQUIRED"] == "false")
    #expect(answer["X-TM-CAPTCHA-V2-SITEKEY"]?.count == 32)
    #expect(answer["X-TM-CAPTCHA-V2-STOKEN"]?.isEmpty == false)
    if type.hasPrefix("application/json") {
      let json = try JSONValue.parse(answer.body)
      #expect(json.value(at: "/captcha_details/site_key")?.string == answer["X-TM-CAPTCHA-V2-SITEKEY"])
    } else {
      #expect(answer.text.hasPrefix("<!doctype html>"))
      #expect(answer.text.contains("ticketmaster-g-recaptcha-response://"))
    }
  }

  @Test func neitherIsRefusedAsJSON() throws {
    let answer = try get(Self.captcha, accept: "image/png")
    #expect(answer.status == 406)
    #expect(answer["Content-Type"] == "application/json;charset=UTF-8")
  }

  @Test func timeNeedsNoKey() throws {
    let answer = try get("/safetix/configuration/v1/config?cb=1", accept: "*/*")
    #expect(answer.status == 200)
    #expect(try JSONValue.parse(answer.body)["serverTime"]?.string?.hasSuffix("Z") == true)
  }
}
