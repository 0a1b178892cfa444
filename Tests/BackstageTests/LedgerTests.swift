import HTTPTypes
import HTTPWire
import JSONText
import Ledger
import PartnerAPI
import Sandboxes
import Testing

/// What a sandbox's ledger keeps, and what server and report make of it.
@Suite struct LedgerTests {
  private static let broken = #"{"reserve":{"tickets":[{"id":"1"}]}}"#

  @Test func theSixCallsAreReady() throws {
    let stage = try Stage()
    for _ in 1...2 {
      try stage.playSixCalls()
      #expect(try stage.rules("broken") == [])
      #expect(try stage.report().string("/verdict") == "ready")
    }
    #expect(try stage.report().elements("/steps").prefix(6).allSatisfy { $0["request"]?.string != nil })
  }

  @Test func theDocumentsOtherNamesOfEventsAreNoFormOfThePast() throws {
    let stage = try Stage()
    #expect(try stage.availability(EventID.losAngelesUniversal).status == 200)
    #expect(try stage.rules("broken") == [])
  }

  @Test func aSecondBuyerIsNotTheFirst() throws {
    let stage = try Stage()
    for (key, device) in [("my-key", "phone-1"), ("my-key", "phone-2"), ("other", "phone-3")] {
      _ = try stage.availability(key: key)
      let cart = try stage.hold(EventID.phoenix, key: key)
      let target = "/partners/v1/events/\(cart.event)/cart?cart_id=\(cart.id)"
      #expect(try stage.ask(.delete, target, key: key).status == 204)
      let order = try stage.buy(EventID.phoenix)
      #expect(try stage.open(order.string("/order_token"), device: device).status == 200)
    }
    try stage.advance("PT1H")
    #expect(try stage.rules("broken", key: "*") == [])
  }

  @Test func aQuietOneIsSmall() {
    #expect(MemoryLayout<Ledger>.size < 512)
  }

  @Test func whatWasUnauthorizedWithoutASandboxIsCounted() throws {
    let stage = try Stage()
    for _ in 1...3 {
      _ = stage.partner.respond(to: try Stage.request(.get, "/partners/v1/events", "", ["Host": "localhost"]))
    }
    #expect(try stage.report(key: "*").strings("/cautions").first?.contains("3 of 3 calls were unauthorized") == true)
  }

  @Test func theControlAPICountsNothing() throws {
    let stage = try Stage()
    _ = try stage.control(
      .post, "orders", #"{"event":"\#(EventID.phoenix)","account":"\#(Stage.account)","tickets":2}"#)
    try stage.advance("P400D")
    _ = try stage.control(.get, "no-such-path")
    #expect(try stage.rules("kept") == [])
    #expect(try stage.rules("broken") == [])
    #expect(try stage.report(key: "*").integer("/sandboxes") == 0)
  }

  @Test(arguments: ReportFormat.allCases)
  func everyFormHasItsType(format: ReportFormat) throws {
    let stage = try Stage()
    _ = try stage.reserve(Self.broken)
    let answer = try stage.report(more: "?format=\(format.rawValue)")
    #expect(answer.header("Content-Type") == format.contentType)
    #expect(answer.text.contains("ticket-type-verbatim"))
  }

  @Test func textHasTheRequestAsCurl() throws {
    let stage = try Stage()
    _ = try stage.ask(
      .post, "/partners/v1/events/\(EventID.phoenix)/cart", #"{"reserve":{"tickets":[{"id":1}]},"a":"it's"}"#)
    let text = try stage.report(more: "?format=text").text
    #expect(text.contains("curl"))
    #expect(text.contains("'http://localhost:8490/partners/v1/events/\(EventID.phoenix)/cart?apikey=my-key'"))
    #expect(text.contains(#"it'\''s"#))
    _ = try stage.control(.post, "reset", #"{"parts":["journal"]}"#)
    #expect(try !stage.report(more: "?format=text").text.contains("curl"))
    // The first request of the new journal has the number of the old one, and is not what the remark is about.
    try stage.advance("PT1S")
    _ = try stage.availability()
    #expect(try !stage.report(more: "?format=text").text.contains("curl"))
  }

  @Test(arguments: [("?format=pdf", "?format"), ("?strict=yes", "?strict"), ("?form=text", "?form")])
  func unknownParametersAreErrors(query: String, path: String) throws {
    let stage = try Stage()
    try stage.control(.get, "report\(query)").expectError(400, path: path)
  }

  @Test func warningsCountWhenTheyAreToCount() throws {
    let stage = try Stage()
    try stage.playSixCalls()
    try stage.hold(EventID.phoenix)
    try stage.advance("PT6M")
    #expect(try stage.rules("broken") == ["cart-given-back"])
    #expect(try stage.report().string("/verdict") == "ready")
    #expect(try stage.report(more: "?strict=warnings").string("/verdict") == "not ready")
  }

  @Test func twoHundredKeysAreOneReportThoughMostAreGone() throws {
    let stage = try Stage(limit: 16)
    for number in 0..<200 {
      _ = try stage.availability(key: "suite-\(number)")
      if number.isMultiple(of: 50) { try stage.hold(EventID.phoenix, key: "suite-\(number)") }
    }
    let report = try stage.report(key: "*")
    #expect(stage.directory.all.count <= 16)
    #expect(try report.integer("/sandboxes") == 200)
    #expect(try report.integer("/steps/0/count") == 200)
    #expect(try report.integer("/steps/1/count") == 4)
    _ = try stage.control(.post, "reset", #"{"parts":["ledger"]}"#, key: "*")
    #expect(try stage.report(key: "*").integer("/sandboxes") == 0)
  }

  @Test(arguments: ["state", "clock", "journal", "scenarios", "faults"])
  func onlyItsOwnPartEmptiesIt(part: String) throws {
    let stage = try Stage()
    try stage.playSixCalls()
    _ = try stage.reserve(Self.broken)
    _ = try stage.control(.post, "reset", #"{"parts":["\#(part)"]}"#)
    #expect(try stage.rules("broken") == ["ticket-type-verbatim"])
    #expect(try stage.report().integer("/steps/3/count") == 1)
    _ = try stage.control(.post, "reset", #"{"parts":["ledger"]}"#)
    #expect(try stage.rules("kept") == [])
    #expect(try stage.report().integer("/steps/3/count") == 0)
  }

  @Test func whatWasHeldBeforeAResetIsNobodysFault() throws {
    let stage = try Stage()
    try stage.hold(EventID.phoenix)
    _ = try stage.control(.post, "reset", #"{"parts":["state"]}"#)
    try stage.advance("PT6M")
    #expect(try stage.rules("broken") == [])
  }

  @Test func anExportedStateCarriesIt() throws {
    let stage = try Stage()
    try stage.playSixCalls()
    _ = try stage.reserve(Self.broken)
    try stage.hold(EventID.phoenix)
    let state = try stage.control(.get, "state").text
    let other = try Stage()
    #expect(try other.control(.put, "state", state).status == 204)
    #expect(try other.report().text == stage.report().text)
    try other.advance("PT6M")
    #expect(try other.rules("broken").contains("cart-given-back"), "it still knows the cart")
    #expect(try other.control(.get, "state").status == 200)
  }

  @Test func waiversForAllHoldForSandboxesToCome() throws {
    let stage = try Stage()
    _ = try stage.availability(key: "before")
    let body = #"{"rules":["ticket-type-verbatim","captcha-once"],"reason":"negative test"}"#
    #expect(try stage.control(.post, "waivers", body, key: "*").elements("/waivers").count == 2)
    for key in ["before", "after"] {
      _ = try stage.ask(.post, "/partners/v1/events/\(EventID.phoenix)/cart", Self.broken, key: key)
      #expect(try stage.rules("waived", key: key) == ["ticket-type-verbatim"])
    }
    #expect(try stage.rules("broken", key: "*") == [])
    #expect(try stage.report(key: "*", more: "?format=text").text.contains("captcha-once, because: negative test"))
    #expect(try stage.control(.delete, "waivers", key: "*").status == 204)
    #expect(try stage.control(.get, "waivers", key: "*").elements("/waivers").isEmpty)
    #expect(try stage.control(.get, "waivers", key: "after").elements("/waivers").isEmpty)
    _ = try stage.ask(.post, "/partners/v1/events/\(EventID.phoenix)/cart", Self.broken, key: "after")
    #expect(try stage.rules("broken", key: "*") == ["ticket-type-verbatim"])
  }

  @Test(arguments: [
    (#"{"rules":["no-such-rule"],"reason":"x"}"#, "/rules/0"), (#"{"rules":[],"reason":"x"}"#, "/rules"),
    (#"{"rules":["captcha-once"]}"#, "/reason"), (#"{"rules":["captcha-once"],"reason":""}"#, "/reason"),
  ])
  func aWaiverIsARuleAndAReason(body: String, path: String) throws {
    try Stage().control(.post, "waivers", body).expectError(422, path: path)
  }

  @Test func aHeaderWaivesForItsRequestAlone() throws {
    let stage = try Stage()
    let path = "/partners/v1/events/\(EventID.phoenix)/cart"
    func send(_ waive: String) throws -> Answer {
      try stage.ask(.post, path, Self.broken, headers: ["Host": "localhost", "X-Willcall-Waive": waive])
    }
    _ = try send("captcha-once, ticket-type-verbatim")
    #expect(try stage.rules("waived") == ["ticket-type-verbatim"])
    _ = try send("captcha-once")
    #expect(try stage.rules("broken") == ["ticket-type-verbatim"])
    let refused = try send("ticket-type-verbatim, no-such-rule")
    #expect(refused.status == 400)
    #expect(refused.header("X-Willcall-Diagnosis")?.contains("no-such-rule") == true)
    #expect(refused.header("X-Willcall-Diagnosis")?.contains("account-with-billing") == true)
  }

  @Test func whatAScenarioAnswersIsNotTheClients() throws {
    let stage = try Stage()
    try stage.playSixCalls()
    _ = try stage.control(.put, "scenarios", #"{"active":["payment-declined-twice"]}"#)
    let cart = try stage.hold(EventID.phoenix)
    for _ in 1...3 { _ = try stage.pay(cart) }
    let declined = #""type":"BRAINTREE","card":{"number":"fake-processor-declined-visa-nonce","cin":"123"}"#
    for _ in 1...3 { _ = try stage.pay(cart, payment: "\(declined),\(Stage.owner)") }
    #expect(try stage.commit(cart).status == 200)
    #expect(try stage.rules("broken") == [])
  }

  @Test func noReportHasACardNumber() throws {
    let stage = try Stage()
    let body = #"{"device_id":"d","device_os":"ios","device_type":"web","third_party_account_id":"4242424242424242"}"#
    _ = try stage.open(stage.buy(EventID.phoenix).string("/order_token"), body: body)
    #expect(try stage.rules("broken") == ["order-account-matches"])
    for format in ReportFormat.allCases {
      #expect(try !stage.report(more: "?format=\(format.rawValue)").text.contains("4242424242"))
    }
  }
}
