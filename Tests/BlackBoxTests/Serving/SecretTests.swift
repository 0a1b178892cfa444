import HTTPTypes
import LoopbackClient
import Testing

/// Card numbers, security codes and real-looking keys over a socket: in no header, journal, stream or error.
@Suite(.timeLimit(.minutes(5)))
struct SecretTests {
  private static let card = "4111111111111111"
  private static let key = "Ab3dEf6hIj9lMn2pQr5tUv8x"

  private static let event = SampleEvent.documented

  private struct Sent {
    let method: HTTPRequest.Method
    let path: String
    var query = ""
    var fields: [(String, String)] = []
    var body = ""
  }

  private static let requests = [
    Sent(method: .get, path: "/partners/v1/events/\(card)/availability"),
    Sent(method: .get, path: "/partners/v1/events/4111-1111-1111-1111/availability"),
    Sent(method: .get, path: "/partners/v1/events/%34111111111111111/availability"),
    Sent(method: .get, path: "/partners/v1/events/\(key)/availability"),
    Sent(method: .get, path: "/partners/v1/\(card)/\(key)"),
    Sent(method: .get, path: "/partners/v1/orders", query: "order_token=\(card)&redirect=http%3A%2F%2Fa%2F\(key)"),
    Sent(method: .get, path: "/partners/v1/orders", query: "order_token=4111+1111+1111+1111&cvv=9753"),
    Sent(
      method: .get, path: "/partners/v1/events", fields: [("X-Forwarded-Uri", "/?apikey=\(key)"), ("X-Note", card)]),
    Sent(method: .get, path: "/partners/v1/events", fields: [("X-Auth-Token", key), ("X-CVV", "9753")]),
    Sent(method: .put, path: "/partners/v1/events/\(event)/cart", body: #"{"cart_id":"4111 1111 1111 1111"}"#),
    Sent(method: .put, path: "/partners/v1/events/\(event)/cart", body: #"{"cart_id":"\u0034111111111111111"}"#),
    Sent(method: .put, path: "/partners/v1/events/\(event)/cart", body: "card=\(card)&securityCode=9753&key=\(key)"),
    Sent(method: .put, path: "/partners/v1/events/\(event)/cart", body: #"{"cart_id":"\#(card)","cvc":"9753"#),
    Sent(
      method: .put, path: "/partners/v1/events/\(event)/cart/payment",
      body: #"{"cart_id":"c","payment":{"type":"\#(card)","amount":1,"card":{"cvv2":"9753"}}}"#),
    Sent(method: .get, path: "/__willcall/carts/\(card)"),
    Sent(method: .get, path: "/__willcall/\(key)"),
  ]

  @Test func noDoorShowsThem() throws {
    let server = try RunningServer()
    let app = try server.partner(Self.key)
    let stream = try server.connect()
    try stream.sendRequest(.get, "/__willcall/stream")
    _ = try stream.readHead()
    var seen = ""
    for sent in Self.requests {
      let answer = try app.send(sent.method, sent.path, sent.query, fields: sent.fields, body: sent.body)
      seen += (answer.response["X-Willcall-Diagnosis"] ?? "") + "\n"
      if sent.path.hasPrefix("/__willcall/") { seen += answer.text + "\n" }
    }
    seen += try app.get("/__willcall/requests").expecting(200).text
    _ = try app.post("/__willcall/clock", body: #"{"advance":"PT1M"}"#).expecting(200)
    var told = ""
    while !told.contains("event: clock\n") || !told.hasSuffix("\n\n") {
      guard let piece = try stream.readPiece() else { throw TestFailure("the stream ended: \(told)") }
      told += String(decoding: piece, as: UTF8.self)
    }
    seen += told
    for secret in ["1111111111", "1111-1111", "1111 1111", "1111+1111", "9753", "b3dEf6hI"] {
      #expect(!seen.contains(secret), "\(secret): \(seen)")
    }
    #expect(told.contains(#""sandbox":"Ab3d…""#))
  }

  @Test func aKeyThatIsANameIsShown() throws {
    let server = try RunningServer()
    _ = try server.partner("cart-tests").reserve(Self.event).expecting(200)
    _ = try server.partner("order-tests").reserve(Self.event).expecting(200)
    let connection = try server.connect()
    let listed = try Answer(connection.request(.get, "/__willcall/carts"))
    #expect(listed.status == 400)
    #expect(listed.text.contains("the key of one of cart-tests, order-tests"))
    let journal = try server.partner("cart-tests").get("/__willcall/requests").expecting(200)
    #expect(journal.text.contains("/cart?apikey=cart-tests"))
  }
}
