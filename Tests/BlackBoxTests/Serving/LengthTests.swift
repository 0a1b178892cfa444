import HTTPTypes
import JSONText
import LoopbackClient
import Testing

/// Long texts over a socket: refused in the documented shape, and the connection goes on.
@Suite(.timeLimit(.minutes(5)))
struct LengthTests {
  private static let events = "/partners/v1/events"

  @Test func aLongKeyIsRefusedWhereverItStands() throws {
    let server = try RunningServer()
    let connection = try server.connect()
    let inHeader = try Answer(
      connection.request(.get, Self.events, fields: [("x-api-key", String(repeating: "k", count: 30_000))]))
    let inQuery = try Answer(
      connection.request(.get, "\(Self.events)?apikey=\(String(repeating: "k", count: 7_000))"))
    for (answer, count) in [(inHeader, 30_000), (inQuery, 7_000)] {
      #expect(answer.status == 400)
      #expect(answer.errorCode == "10002")
      try answer.expectErrorShape()
      #expect(answer.diagnosis == "The partner key: expected 1 to 200 characters, found \(count) characters")
    }
    let control = try connection.request(.get, "/__willcall/orders?apikey=\(String(repeating: "k", count: 7_000))")
    #expect(control.status == 400)
    #expect(try connection.request(.get, "\(Self.events)?apikey=k").status == 200)
  }

  @Test func aLongAddressPaysForNothing() throws {
    let partner = try RunningServer().partner()
    let path = "/partners/v1/events/\(SampleEvent.documented)/cart"
    let cart = try partner.reserve(SampleEvent.documented).expecting(200)
    let (id, due) = (try cart.value("/cart_id"), try cart.value("/cart/totals/grand"))
    func pay(_ email: String) throws -> Answer {
      try partner.send(
        .put, "\(path)/payment",
        body: """
          {"cart_id":"\(id)","payment":{"type":"BRAINTREE","amount":"\(due)","third_party_account_id":"1",\
          "email_address":"\(email)","card":{"number":"fake-valid-visa-nonce"}}}
          """)
    }
    let long = try pay(String(repeating: "e", count: 900_000))
    #expect(long.status == 400)
    #expect(long.errorCode == "10002")
    #expect(long.diagnosis?.contains("/payment/email_address: expected a string of at most 200 characters") == true)
    #expect(long.response["X-Willcall-Fidelity"] == "invented; see=request/length")
    #expect(try pay(String(repeating: "e", count: 200)).status == 200)
  }
}
