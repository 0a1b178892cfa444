import HTTPTypes
import JSONText
import LoopbackClient
import Testing

/// Bodies that a client has compressed: refused by what they are, not by the byte that they begin with.
@Suite(.timeLimit(.minutes(5)))
struct EncodedContentTests {
  private static let path = "/partners/v1/events/\(SampleEvent.documented)/cart"
  private static let reserve = #"{"reserve":{"tickets":[{"id":"000000000001"}]}}"#
  /// The beginning of what gzip makes.
  private static let gzip: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]

  @Test(arguments: [
    ("gzip", "gzip"), ("GZip", "gzip"), ("deflate", "deflate"), ("br", "br"), ("identity, gzip", "gzip"),
    ("gzip,br", "gzip, br"), ("x", "x"),
  ])
  func areRefusedAndNothingChanges(coding: String, found: String) throws {
    let server = try RunningServer()
    let partner = try server.partner()
    let answer = try Answer(
      partner.connection.request(
        .post, "\(Self.path)?apikey=k",
        fields: [("Content-Encoding", coding), ("Content-Type", "application/json")], body: Self.gzip))
    #expect(answer.status == 415)
    try answer.expectErrorShape()
    #expect(answer.response["Accept-Encoding"] == "identity")
    #expect(
      answer.diagnosis
        == "Content-Encoding: expected none or identity, found \(found); the body was not read. Send it unencoded.")
    #expect(answer.response["X-Willcall-Fidelity"] == "invented; see=errors/unsupported-encoding")
    #expect(try partner.get("/__willcall/carts").value("/total") == "0")
    #expect(try server.stop() == 0)
  }

  @Test(arguments: ["identity", "Identity", ""])
  func whatIsNotEncodedIsRead(coding: String) throws {
    let server = try RunningServer()
    let answer = try server.connect().request(
      .post, "\(Self.path)?apikey=k", fields: [("Content-Encoding", coding)], body: Array(Self.reserve.utf8))
    #expect(answer.status == 200)
    #expect(try server.stop() == 0)
  }

  @Test(arguments: [(HTTPRequest.Method.post, "reset"), (.post, "clock"), (.put, "state"), (.post, "verify")])
  func theControlAPIRefusesThemToo(method: HTTPRequest.Method, path: String) throws {
    let server = try RunningServer()
    let answer = try server.connect().request(
      method, "/__willcall/\(path)?apikey=k", fields: [("Content-Encoding", "gzip")], body: Self.gzip)
    #expect(answer.status == 415)
    #expect(answer["Accept-Encoding"] == "identity")
    let error = try JSONValue.parse(answer.body)
    #expect(error.value(at: "/error/path")?.string == "Content-Encoding")
    #expect(error.value(at: "/error/found")?.string == "gzip")
    #expect(try server.stop() == 0)
  }
}
