import HTTPTypes
import HTTPWire
import JSONText
import PartnerAPI
import Testing

@testable import Backstage

/// What no door may show: card numbers, security codes and real-looking partner keys, wherever a client puts them.
@Suite struct SecretTests {
  private static let card = "4111111111111111"
  private static let realKey = "Ab3dEf6hIj9lMn2pQr5tUv8x"

  /// All that is told of the requests so far: answers' headers, journal, stream.
  private struct Told {
    let stage: Stage
    let listening = Listening()

    init(_ stage: Stage) throws {
      self.stage = stage
      let request = try Stage.request(.get, "/__willcall/stream?apikey=*", "", ["Host": "localhost:8490"])
      stage.backstage.stream(request, on: listening)
    }

    /// What the diagnosis of an answer, the journal and the stream say.
    func text(of answer: Answer) throws -> String {
      let journal = try stage.control(.get, "requests")
      try #require(journal.elements("/requests").count == 1)
      try #require(listening.text.contains("event: request"))
      return [answer.header("X-Willcall-Diagnosis") ?? "", journal.text, listening.text].joined(separator: "\n")
    }
  }

  private func told(
    _ method: HTTPRequest.Method, _ path: String, _ body: String = "",
    headers: KeyValuePairs<String, String> = ["Host": "localhost:8490"]
  ) throws -> String {
    let stage = try Stage()
    let told = try Told(stage)
    return try told.text(of: stage.ask(method, path, body, headers: headers))
  }

  private static func payment(_ members: String) -> String {
    #"{"cart_id":"c","payment":{"amount":"1.00","type":"CC",\#(members)}}"#
  }

  // MARK: Card numbers

  @Test(arguments: [
    ("/cart/payment", #"{"cart_id":"c","payment":{"type":"\#(card)","amount":"1.00"}}"#),
    ("/cart/payment", #"{"cart_id":"c","payment":{"type":"CC","amount":"\#(card)"}}"#),
    ("/cart/payment", #"{"cart_id":"c","payment":{"type":"CC","amount":\#(card)}}"#),
    ("/cart/payment", payment(#""card":{"number":"x","expire_month":\#(card)}"#)),
    ("/cart/payment", payment(#""card":{"number":"x","expire_year":\#(card)}"#)),
    ("/cart/payment", payment(#""card":{"number":"x","issuer":"\#(card)"}"#)),
    ("/cart", #"{"cart_id":"\#(card)"}"#), ("/cart", #"{"cart_id":"4111 1111 1111 1111"}"#),
    ("/cart", #"{"cart_id":"4111-1111-1111-1111"}"#), ("/cart", #"{"cart_id":"4111 - 1111 - 1111 - 1111 12/30"}"#),
    ("/cart", #"{"cart_id":"4111111111111111 123"}"#), ("/cart", #"{"cart_id":"\u0034111111111111111"}"#),
    ("/cart", #"{"cart_id":"411111111111111%31"}"#), ("/cart", #"{"card_number":"\#(card)"}"#),
    ("/cart", #"{"cardNumber":"4111111111111112"}"#), ("/cart", #"{"pan":"4111111111111112"}"#),
    ("/cart", #"{"\#(card)":1}"#), ("/cart", #"{"x":[\#(card)]}"#),
    ("/cart", #"{"x":"{\"pan\":\"4111111111111112\"}"}"#),
    ("/cart", "cart_id=\(card)&x=1"), ("/cart", "card=4111+1111+1111+1111"), ("/cart", "card=%34111111111111111"),
    ("/cart", #"{"cart_id":"\#(card)""#), ("/cart", #"{"cart_id":"4111-1111-1111-1111","#),
    ("/cart", #"{"cart_id":"\u0034111111111111111""#), ("/cart", #"{"pan": "4111111111111112""#),
  ])
  func cardNumbersInBodiesAreTakenOut(path: String, body: String) throws {
    let told = try told(.put, "/partners/v1/events/\(EventID.phoenix)\(path)", body)
    #expect(!told.contains("1111111"), "\(told)")
    #expect(!told.contains("4111"), "\(told)")
    #expect(told.contains("***"), "\(told)")
  }

  @Test(arguments: [
    "/partners/v1/events/\(card)/availability", "/partners/v1/events/4111-1111-1111-1111/availability",
    "/partners/v1/events/%34111111111111111/availability", "/partners/v1/events/4111%201111%201111%201111/availability",
    "/partners/v1/events/a-long-name-before-the-number-\(card)/availability",
    "/partners/v1/orders?order_token=\(card)", "/partners/v1/orders?order_token=4111+1111+1111+1111",
    "/partners/v1/orders?order_token=%2534111111111111111", "/partners/v1/events?whatever=\(card)",
    "/partners/v1/orders/unredeemed?days_from_purchase=\(card)",
    "/partners/v1/polling-status?token=\(card)",
  ])
  func cardNumbersInTargetsAreTakenOut(target: String) throws {
    let told = try told(.get, target)
    #expect(!told.contains("1111111"), "\(told)")
    #expect(!told.contains("111-1111") && !told.contains("11+11") && !told.contains("11%20"), "\(told)")
    #expect(told.contains("***"), "\(told)")
  }

  @Test(arguments: [
    ("X-Note", card), ("User-Agent", "app/4111 1111 1111 1111"), ("Referer", "http://app/?n=%34111111111111111"),
    ("X-\(card)", "in its name"),
    ("X-TM-Anything", "a=4111-1111-1111-1111;b"), ("x-user-id", card), ("X-Willcall-Scenario", card),
  ])
  func cardNumbersInHeadersAreTakenOut(name: String, value: String) throws {
    let stage = try Stage()
    let told = try Told(stage)
    var request = try Stage.request(.get, "/partners/v1/events?apikey=my-key", "", ["Host": "localhost:8490"])
    request.fields.append(HTTPField(name: try #require(HTTPField.Name(name)), value: value))
    let text = try told.text(of: Answer(stage.partner.respond(to: request)))
    #expect(!text.contains("11111") && !text.contains("1111 1111") && !text.contains("1111-1111"), "\(text)")
    #expect(text.contains("***"), "\(text)")
  }

  @Test func numbersThatAnAnswerRepeatsAreTakenOutOfTheJournal() throws {
    let told = try told(
      .post, "/marketplace/v1/securerender",
      #"{"deviceId":"\#(Self.card)","deviceType":"NATIVE","deviceOs":"IOS","tickets":[{"eventId":"x","barcode":"1"}]}"#)
    #expect(!told.contains(Self.card), "\(told)")
  }

  @Test func anUnknownAddressIsRefusedWithoutRepeatingTheNumber() throws {
    let stage = try Stage()
    for path in ["/partners/v1/\(Self.card)", "/partners/v1/%34111111111111111"] {
      let answer = try stage.ask(.get, path)
      #expect(answer.status == 404)
      #expect(try #require(answer.header("X-Willcall-Diagnosis")).contains("/partners/v1/***"))
    }
  }

  @Test(arguments: [
    ("carts/\(card)", ""), ("orders/4111-1111-1111-1111", ""), ("requests?since=\(card)", ""),
    ("verify", #"{"operation":"\#(card)"}"#), ("verify", #"{"times":{"exactly":-\#(card)}}"#),
    ("clock", #"{"set":"\#(card)"}"#), ("nowhere/\(card)", ""),
  ])
  func errorsOfTheControlAPIDoNotRepeatNumbers(path: String, body: String) throws {
    let answer = try Stage().control(body.isEmpty ? .get : .post, path, body)
    #expect(answer.status >= 400)
    #expect(!answer.text.contains("111111111") && !answer.text.contains("1111-1111"), "\(answer.text)")
  }

  @Test func aVerificationComparesWhatWasSentAndShowsNoNumber() throws {
    let stage = try Stage()
    _ = try stage.ask(.get, "/partners/v1/events/\(Self.card)/availability", headers: ["Host": "localhost"])
    let right = try stage.control(.post, "verify", #"{"where":{"event":"\#(Self.card)"}}"#)
    #expect(right.status == 200)
    let wrong = try stage.control(.post, "verify", #"{"where":{"event":"x"}}"#)
    #expect(wrong.status == 406)
    #expect(try wrong.string("/nearMisses/0/failed/0/found") == "***")
    #expect(!wrong.text.contains(Self.card))
  }

  // MARK: Security codes

  @Test(arguments: [
    "cin", "cvv", "CVV", "cvv2", "cvc", "CVC2", "cid", "security_code", "securityCode", "Security-Code",
    "cardSecurityCode", "csc", "cvn", "verification_value",
  ])
  func securityCodesAreTakenOutByName(name: String) throws {
    let path = "/partners/v1/events/\(EventID.phoenix)/cart"
    for (place, body) in [
      #"{"x":{"\#(name)":"9753"}}"#, #"{"\#(name)":9753}"#, #"{"\#(name)":["9753"]}"#, #"{"x":"\#(name)=9753"}"#,
      "a=1&\(name)=9753&b=2", "card[\(name)]=9753", #"{"x":{"\#(name)":"9753""#, #"{"\#(name)" : 9753, "#,
      #"{"\#(name)": "97\"53", "#, "<\(name)>9753</\(name)>",
    ].enumerated() {
      let told = try told(.put, path, body)
      #expect(!told.contains("9753") && !told.contains("53\\"), "\(place): \(told)")
    }
    let told = try told(.get, "/partners/v1/events?\(name)=9753&x=1", headers: ["Host": "h", "X-\(name)": "9753"])
    #expect(!told.contains("9753"), "\(told)")
  }

  // MARK: The partner key

  @Test(arguments: [
    ("/partners/v1/events/\(realKey)/availability?x=1", "X-Note", "x"),
    ("/partners/v1/orders?order_token=\(realKey)", "X-Note", "x"),
    ("/partners/v1/events?redirect=http%3A%2F%2Fapp%2F%3Fapikey%3D\(realKey)", "X-Note", "x"),
    ("/partners/v1/events?x=%41b3dEf6hIj9lMn2pQr5tUv8x", "X-Forwarded-Uri", "/partners/v1/events?apikey=\(realKey)"),
    ("/partners/v1/events?x=1", "X-Auth-Token", realKey), ("/partners/v1/events?x=1", "X-Anything", "a \(realKey) b"),
    ("/partners/v1/events?x=1", "x-api-key", realKey),
    ("/partners/v1/events?x=1", "Referer", "http://a/?apiKey=\(realKey)"),
    ("/partners/v1/events/a-long-name-before-the-key-x-\(realKey)/availability?x=1", "X-Note", "x"),
  ])
  func aRealLookingKeyIsTakenOutWhereverItStands(target: String, name: String, value: String) throws {
    let stage = try Stage(key: Self.realKey)
    let told = try Told(stage)
    let text = try told.text(of: stage.ask(.get, target, headers: ["Host": "localhost", name: value]))
    #expect(!text.contains("b3dEf6hIj9"), "\(text)")
    #expect(text.contains(#""sandbox":"Ab3d…""#))
    #expect(text.contains("apikey=***"))
  }

  @Test func aRealLookingKeyInABodyIsTakenOut() throws {
    let stage = try Stage(key: Self.realKey)
    let told = try Told(stage)
    let path = "/partners/v1/events/\(EventID.phoenix)/cart"
    let text = try told.text(of: stage.ask(.put, path, #"{"cart_id":"\#(Self.realKey)"}"#))
    #expect(!text.contains(Self.realKey), "\(text)")
  }

  @Test func aKeyThatDoesNotLookRealIsShownToItsOwner() throws {
    let stage = try Stage(key: "checkout-tests")
    let told = try Told(stage)
    let text = try told.text(
      of: stage.ask(.get, "/partners/v1/events/checkout-tests/availability", headers: ["x-api-key": "checkout-tests"]))
    #expect(text.contains(#""sandbox":"checkout-tests""#))
    #expect(text.contains("/partners/v1/events/checkout-tests/availability?apikey=checkout-tests"))
    #expect(text.contains(#""x-api-key":"checkout-tests""#))
    #expect(text.contains("There is no event checkout-tests;"))
  }

  // MARK: What is ours

  @Test func whatTheSandboxIssuedStaysReadable() throws {
    let stage = try Stage()
    var barcodes: [String] = []
    for _ in 1...12 {
      let opened = try stage.open(stage.buy(EventID.phoenix).string("/order_token"))
      barcodes.append(try opened.string("/tickets/0/barcode_id"))
    }
    for barcode in barcodes {
      _ = try stage.ask(
        .post, "/marketplace/v1/securerender",
        #"{"deviceId":"d","deviceType":"NATIVE","deviceOs":"IOS","tickets":[{"eventId":"x","barcode":"\#(barcode)"}]}"#)
    }
    let answer = try stage.control(.get, "requests?operation=securerender")
    for (place, barcode) in barcodes.enumerated() {
      #expect(try answer.string("/requests/\(place)/request/body/tickets/0/barcode") == barcode)
    }
    let opened = try stage.control(.get, "requests?operation=orders.open")
    for (place, barcode) in barcodes.enumerated() {
      #expect(try opened.string("/requests/\(place)/response/body/tickets/0/barcode_id") == barcode)
    }
    _ = try stage.ask(.get, "/partners/v1/events/\(EventID.phoenix)/availability")
    let seen = try stage.control(.get, "requests?operation=availability&limit=1")
    #expect(
      try seen.string("/requests/0/response/headers/Ratelimit-Expiry").utf8.allSatisfy { $0 != UInt8(ascii: "*") })
  }
}
