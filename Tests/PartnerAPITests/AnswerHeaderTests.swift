import HTTPTypes
import HTTPWire
import JSONText
import PartnerAPI
import Testing

/// The headers that WillCall adds, and when it keeps silent.
///
/// What holds for every answer (a request id, a date, a diagnosis and a label on each failure, one line of ASCII) is
/// checked by ``Partner`` on every request of every test.
@Suite struct AnswerHeaderTests {
  private static func expectSilence(
    _ answer: ServedAnswer, _ status: Int = 200, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(answer.status == status, "\(answer.text)", sourceLocation: sourceLocation)
    #expect(answer.diagnosis == nil, sourceLocation: sourceLocation)
    #expect(answer.fidelity == nil, sourceLocation: sourceLocation)
  }

  private static func expectLabel(
    _ answer: ServedAnswer, _ labels: Set<String> = ["inferred", "invented"],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect((200..<300).contains(answer.status), sourceLocation: sourceLocation)
    #expect(answer.diagnosis?.isEmpty == false, sourceLocation: sourceLocation)
    let label = answer.fidelity?.split(separator: ";").first.map(String.init)
    #expect(label.map(labels.contains) == true, sourceLocation: sourceLocation)
  }

  @Test func plainlyDocumentedAnswersCarryNoHints() throws {
    let partner = try Partner()
    Self.expectSilence(try partner.send(.get, "/partners/v1/events"))
    Self.expectSilence(try partner.availability(EventID.phoenix))
    let cart = try partner.hold(EventID.phoenix)
    Self.expectSilence(cart.answer)
    let shipping = "/partners/v1/events/\(EventID.phoenix)/cart/shipping?cart_id=\(cart.id)"
    Self.expectSilence(try partner.send(.get, shipping))
    Self.expectSilence(try partner.send(.put, shipping, body: #"{"shipping_id":"1"}"#))
    Self.expectSilence(try partner.pay(cart))
    let order = try partner.commit(EventID.phoenix, cart: cart.id)
    Self.expectSilence(order)
    let opened = try partner.open(token: order.string("/order_token"))
    Self.expectSilence(opened)
    Self.expectSilence(try partner.render(body: Partner.rendering([Partner.ticket(opened)])))
    let other = try partner.hold(EventID.phoenix)
    Self.expectSilence(
      try partner.send(.delete, "/partners/v1/events/\(EventID.phoenix)/cart?cart_id=\(other.id)"), 204)
  }

  @Test func answersThatTheDocumentsDoNotStateAreLabelled() throws {
    let partner = try Partner()
    let order = try partner.buy(EventID.phoenix)
    Self.expectLabel(try partner.send(.get, "/partners/v1/orders?order_token=\(order.token)"), ["inferred"])
    Self.expectLabel(try partner.availability(EventID.generalAdmission))
    Self.expectLabel(try partner.reserve(EventID.generalAdmission, more: #""areas": [{"id": 1}]"#))
    let cart = try partner.hold(EventID.phoenix)
    Self.expectLabel(
      try partner.pay(EventID.phoenix, body: Partner.billing(cart: cart.id, amount: cart.grand), method: .post))
    Self.expectLabel(
      try partner.send(
        .put, "/partners/v1/events/\(EventID.phoenix)/cart/shipping?cart_id=\(cart.id)", body: #"{"shipping_id":"4"}"#))
    Self.expectLabel(try partner.open(token: partner.buy(EventID.delayed).token))
    Self.expectLabel(try partner.sendWithoutKey(.get, "/redeem?token=\(order.token)"), ["invented"])
  }

  @Test func hintsCanBeSwitchedOff() throws {
    var configuration = PartnerConfiguration()
    configuration.givesHints = false
    let partner = try Partner(configuration: configuration)
    let order = try partner.buy(EventID.phoenix)
    for answer in [
      try partner.send(.get, "/partners/v1/orders?order_token=\(order.token)"),
      try partner.reserve(EventID.phoenix, body: "{}"), try partner.reserve("unknown"),
      try partner.sendWithoutKey(.get, "/partners/v1/events"), try partner.sendWithoutKey(.get, "/nowhere"),
      try partner.send(.put, "/partners/v1/orders"), try partner.availability(EventID.generalAdmission),
      try partner.render(body: Partner.rendering(["{}"])), try partner.render(body: "x"),
    ] {
      #expect(answer.diagnosis == nil)
      #expect(answer.fidelity == nil)
      #expect(answer.requestID?.isEmpty == false)
    }
  }

  /// Text of the client comes back in diagnoses: it must never break out of its line.
  @Test(arguments: ["%0D%0AX-Evil:%201", "%00", "caf%C3%A9", "%F0%9F%8E%AB", "%7F", "%1B%5B31m"])
  func textOfTheClientStaysOnOneLineOfASCII(text: String) throws {
    let partner = try Partner()
    for path in [
      "/partners/v1/events/\(text)/availability", "/partners/v1/orders?order_token=\(text)",
      "/partners/v1/events/\(EventID.phoenix)/cart/shipping?cart_id=\(text)", "/\(text)",
    ] {
      let answer = try partner.send(.get, path)
      #expect([400, 404].contains(answer.status))
      #expect(answer.header("X-Evil") == nil)
    }
    let body = #"{"reserve":{"tickets":[{"id":"a\r\nX-Evil: 1 \u00e9 \u0000"}]}}"#
    try partner.reserve(EventID.phoenix, body: body).expectError(400, 20_046)
  }

  @Test(arguments: [
    (RequestFault.bodyTooLarge(limit: 1024), 413), (.badTarget, 400), (.headerTimeout, 408),
    (.requestLineTooLong(limit: 8192), 414), (.tooManyFields(limit: 100), 431), (.contentLengthRepeated, 400),
    (.methodNotImplemented, 501), (.versionNotSupported, 505), (.tooManyConnections, 503),
  ])
  func faultsOnTheWireHaveTheVendorsShape(fault: RequestFault, status: Int) throws {
    let answer = ServedAnswer(try Partner().service.respond(to: fault))
    answer.expectError(status, Int64(status))
    #expect(answer.message?.isEmpty == false)
    #expect(answer.diagnosis == fault.sentence)
    #expect(answer.fidelity?.hasPrefix("invented;") == true)
    #expect(answer.requestID?.isEmpty == false)
    #expect(answer.header("Date") != nil)
    #expect(answer.header("Content-Type") == "application/json;charset=UTF-8")
  }
}
