import HTTPTypes
import Testing

/// Cart ids, and clients who forget to percent-encode them.
@Suite struct CartIDTests {
  private static let path = "/partners/v1/events/\(EventID.base64)/cart"

  private func encoded(_ id: String) -> String {
    id.map { ["=": "%3D", "/": "%2F", "+": "%2B"][$0] ?? String($0) }.joined()
  }

  @Test func idsAreUUIDsEachOnce() throws {
    let partner = try Partner()
    let ids = try (0..<20).map { _ in try partner.hold(EventID.phoenix).id }
    #expect(Set(ids).count == 20)
    let isUUID = ids.allSatisfy {
      $0.wholeMatch(of: /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/) != nil
    }
    #expect(isUUID)
  }

  @Test func base64IDsHaveTheCharactersThatNeedEncoding() throws {
    let partner = try Partner()
    for _ in 0..<20 {
      let id = try partner.hold(EventID.base64).id
      #expect(id.hasSuffix("="))
      #expect(id.contains("/"))
      #expect(EntryTokenText.decode(id) != nil, "it is base64")
    }
  }

  @Test func encodedIDWorksEverywhere() throws {
    let partner = try Partner()
    let cart = try partner.hold(EventID.base64)
    let id = encoded(cart.id)
    #expect(try partner.send(.get, "\(Self.path)/shipping?cart_id=\(id)").status == 200)
    #expect(
      try partner.send(.put, "\(Self.path)/shipping?cart_id=\(id)", body: #"{"shipping_id":"1"}"#).status == 200)
    #expect(try partner.pay(cart).status == 200)
    #expect(try partner.commit(EventID.base64, cart: cart.id).status == 200)
    let order = try partner.send(.get, "/partners/v1/orders?cart_id=\(id)&event_id=\(EventID.base64)")
    #expect(order.status == 200)
    let other = try partner.hold(EventID.base64)
    #expect(try partner.send(.delete, "\(Self.path)?cart_id=\(encoded(other.id))").status == 204)
  }

  @Test func forgottenEncodingIsNoticedAndDiagnosed() throws {
    let partner = try Partner(rate: 0)
    let cart = try partner.hold(EventID.base64)
    let before = try WorldSnapshot(partner, event: EventID.base64, cart: cart.id)
    for (method, path, body) in [
      (HTTPRequest.Method.get, "\(Self.path)/shipping", ""), (.put, "\(Self.path)/shipping", #"{"shipping_id":"4"}"#),
      (.delete, Self.path, ""),
    ] {
      let answer = try partner.send(method, "\(path)?cart_id=\(cart.id)", body: body)
      answer.expectError(400, 90_003, "Invalid cart")
      #expect(answer.diagnosis?.contains("percent-encoded") == true, "\(answer.diagnosis ?? "")")
    }
    #expect(try WorldSnapshot(partner, event: EventID.base64, cart: cart.id) == before)
  }
}
