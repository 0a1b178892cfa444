import HTTPTypes
import JSONText
import Testing

/// `POST verify`.
@Suite struct VerifyTests {
  /// A stage that was asked: a reserve (r1), a declined payment (r2), an accepted one (r3), availability by alias (r4).
  private static func stage() throws -> Stage {
    let stage = try Stage()
    let cart = try stage.hold(EventID.losAngeles)
    #expect(try stage.pay(cart, card: #"{"number": "fake-luhn-invalid-nonce", "cin": "123"}"#).status == 400)
    #expect(try stage.pay(cart).status == 200)
    _ = try stage.ask(
      .get, "/partners/v1/events/\(EventID.losAngelesUniversal)/availability", headers: ["X-Demo": "1"])
    return stage
  }

  @Test(arguments: [
    ("{}", 4), (#"{"operation":"cart.payment"}"#, 2), (#"{"operation":"cart.payment","where":{"status":400}}"#, 1),
    (#"{"where":{"status":"2xx"}}"#, 3), (#"{"where":{"account":"12313131"}}"#, 2),
    (#"{"where":{"event":"\#(EventID.losAngeles)"}}"#, 4),
    (#"{"where":{"event":"\#(EventID.losAngelesUniversal)"}}"#, 4),
    (#"{"where":{"header":{"x-demo":"1"}}}"#, 1), (#"{"where":{"body":{"/payment/type":"BRAINTREE"}}}"#, 2),
    (#"{"where":{"body":{"/reserve/tickets/0/quantity":1.0}}}"#, 1),
    (#"{"where":{"body":{"/payment/card":{"cin":"***","number":"fake-valid-visa-nonce"}}}}"#, 1),
  ])
  func counts(body: String, count: Int) throws {
    let stage = try Self.stage()
    let answer = try stage.control(.post, "verify", body)
    #expect(answer.status == 200)
    #expect(answer.text == #"{"ok":true,"count":\#(count)}"#)
  }

  @Test(arguments: [
    (#""exactly":2"#, 200), (#""exactly":1"#, 406), (#""exactly":3"#, 406), (#""atLeast":2"#, 200),
    (#""atLeast":3"#, 406), (#""atMost":2"#, 200), (#""atMost":1"#, 406), (#""atMost":0"#, 406),
  ])
  func times(times: String, status: Int) throws {
    let answer = try Self.stage().control(.post, "verify", #"{"operation":"cart.payment","times":{\#(times)}}"#)
    #expect(answer.status == status)
    #expect(try answer.integer("/count") == 2)
    if status == 406 {
      #expect(answer.json?.members.map(\.key) == ["ok", "count", "expected", "nearMisses"])
      #expect(try String(decoding: answer.value("/expected").serialized(), as: UTF8.self) == "{\(times)}")
    }
  }

  @Test func nearMissesSayWhatFailedAndWhatWasFound() throws {
    let answer = try Self.stage().control(
      .post, "verify",
      #"{"operation":"cart.payment","where":{"status":400,"body":{"/payment/card/number":"fake-valid-visa-nonce"}}}"#)
    #expect(answer.status == 406)
    let misses = try answer.elements("/nearMisses")
    #expect(misses.map { $0["id"]?.string } == ["r3", "r2", "r4", "r1"], "fewest failures first, then the newest")
    #expect(misses[0].members.map(\.key) == ["id", "operation", "method", "path", "outcome", "status", "failed"])
    #expect(
      misses[0]["failed"]?.text == #"[{"criterion":"status","expected":400,"found":200}]"#)
    #expect(
      misses[1]["failed"]?.text
        == #"""
        [{"criterion":"body /payment/card/number","expected":"fake-valid-visa-nonce","found":"fake-luhn-invalid-nonce"}]
        """#)
    #expect(misses[2]["failed"]?.elements.count == 3)
    #expect(misses[2].value(at: "/failed/2/found")?.isNull == true, "nothing is at that place")
  }

  @Test func atMostFiveNearMissesAreTold() throws {
    let stage = try Stage()
    for _ in 1...8 { _ = try stage.ask(.get, "/partners/v1/events") }
    let answer = try stage.control(.post, "verify", #"{"where":{"header":{"x-demo":"1"}}}"#)
    #expect(try answer.elements("/nearMisses").compactMap { $0["id"]?.string } == ["r8", "r7", "r6", "r5", "r4"])
    #expect(try answer.string("/nearMisses/0/failed/0/criterion") == "header x-demo")
  }

  @Test func tooManyHaveNoNearMisses() throws {
    let answer = try Self.stage().control(.post, "verify", #"{"operation":"cart.payment","times":{"atMost":1}}"#)
    #expect(answer.status == 406)
    #expect(try answer.elements("/nearMisses").isEmpty)
  }

  @Test(arguments: [
    (#"{"operation":"cart.pay"}"#, "/operation"), (#"{"operatoin":"cart.payment"}"#, "/operatoin"),
    (#"{"where":{"path":"/x"}}"#, "/where/path"), (#"{"where":{"status":"abc"}}"#, "/where/status"),
    (#"{"where":{"status":true}}"#, "/where/status"), (#"{"where":{"header":{"x y":"1"}}}"#, "/where/header/x y"),
    (#"{"where":{"header":{"x":1}}}"#, "/where/header/x"),
    (#"{"where":{"body":{"payment":1}}}"#, "/where/body/payment"),
    (#"{"where":{"body":[]}}"#, "/where/body"), (#"{"times":{}}"#, "/times"), (#"{"times":2}"#, "/times"),
    (#"{"times":{"exactly":1,"atMost":2}}"#, "/times"), (#"{"times":{"exactly":-1}}"#, "/times/exactly"),
    (#"{"times":{"exactly":1.5}}"#, "/times/exactly"), (#"{"times":{"least":1}}"#, "/times/least"),
  ])
  func wrongVerificationIsAnError(body: String, path: String) throws {
    try Stage().control(.post, "verify", body).expectError(422, path: path)
  }

  @Test(arguments: [("header", "h"), ("body", "/p")])
  func criteriaAreBounded(member: String, prefix: String) throws {
    func body(_ count: Int) -> String {
      let members = (1...count).map { "\"\(prefix)\($0)\":\"x\"" }.joined(separator: ",")
      return #"{"where":{"\#(member)":{\#(members)}}}"#
    }
    let stage = try Self.stage()
    let answer = try stage.control(.post, "verify", body(100))
    #expect(answer.status == 406)
    #expect(try answer.elements("/nearMisses/0/failed").count == 100)
    try stage.control(.post, "verify", body(101)).expectError(422, path: "/where/\(member)", found: "101 members")
  }

  @Test func aPointerThatIsNoneIsAnError() throws {
    try Stage().control(.post, "verify", #"{"where":{"body":{"/a~2":1}}}"#).expectError(422, path: "/where/body/~1a~02")
  }
}
