import HTTPTypes
import JSONText
import Testing

/// How an order is named, by GET and POST alike.
@Suite struct OrderSelectorTests {
  enum Verb: String, CaseIterable, Sendable {
    case get, post
  }

  private func send(
    _ verb: Verb, _ query: String, _ partner: Partner, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> ServedAnswer {
    let target = "/partners/v1/orders?\(query)"
    return switch verb {
    case .get: try partner.send(.get, target, sourceLocation: sourceLocation)
    case .post: try partner.send(.post, target, body: Partner.device(), sourceLocation: sourceLocation)
    }
  }

  @Test(arguments: Verb.allCases)
  func everySelectorFindsTheOrder(verb: Verb) throws {
    let partner = try Partner()
    _ = try partner.buy(EventID.losAngeles)
    let order = try partner.buy(EventID.losAngeles)
    let encoded = order.number.split(separator: "/").joined(separator: "%2F")
    for query in [
      "order_token=\(order.token)", "order_number=\(order.number)", "order_number=\(encoded)",
      "cart_id=\(order.cartID)&event_id=\(EventID.losAngeles)",
      "cart_id=\(order.cartID)&event_id=\(EventID.losAngelesUniversal)", "order_token=&order_number=\(encoded)",
    ] {
      let answer = try send(verb, query, partner)
      #expect(answer.status == 200, "\(query)")
      #expect(try answer.string("/tickets/0/order_number") == order.number)
    }
  }

  /// The documents print `/orders?order_token=…?apikey=…`.
  @Test(arguments: Verb.allCases)
  func secondQuestionMarkSeparates(verb: Verb) throws {
    let partner = try Partner()
    let order = try partner.buy(EventID.phoenix)
    let target = "/partners/v1/orders?order_token=\(order.token)?apikey=\(partner.key)"
    let answer = try partner.sendWithoutKey(
      verb == .get ? .get : .post, target, body: verb == .get ? [] : Array(Partner.device().utf8))
    #expect(answer.status == 200)
    #expect(try answer.string("/tickets/0/order_number") == order.number)
  }

  @Test(arguments: Verb.allCases, ["", "order_token=", "order_number=", "cart_id=abc", "event_id=abc", "token=abc"])
  func noSelectorIsInvalid(verb: Verb, query: String) throws {
    let answer = try send(verb, query, Partner())
    answer.expectError(400, 10_002, "Invalid input data type")
    #expect(answer.diagnosis?.contains("order_token") == true)
  }

  @Test(arguments: Verb.allCases)
  func unknownOrderIs404(verb: Verb) throws {
    let partner = try Partner()
    let cart = try partner.hold(EventID.phoenix)
    let order = try partner.buy(EventID.phoenix)
    for query in [
      "order_token=nobody", "order_number=39-99999/PHX", "cart_id=\(cart.id)&event_id=\(EventID.phoenix)",
      "cart_id=\(order.cartID)&event_id=\(EventID.chicago)",
    ] {
      let answer = try send(verb, query, partner)
      answer.expectError(404, 404)
      #expect(answer.fidelity == "invented; see=errors/order-not-found")
    }
  }

  @Test(arguments: Verb.allCases)
  func ordersOfAnotherKeyAreUnknown(verb: Verb) throws {
    let partner = try Partner()
    let order = try partner.buy(EventID.phoenix)
    let other = partner.with(key: "partner-two")
    for query in [
      "order_token=\(order.token)", "order_number=\(order.number)",
      "cart_id=\(order.cartID)&event_id=\(EventID.phoenix)",
    ] {
      try send(verb, query, other).expectError(404, 404)
    }
  }

  @Test func readOrderIsTheOpenedOneWithoutDeviceAndTokens() throws {
    let partner = try Partner()
    for event in [EventID.phoenix, EventID.paper, EventID.delayed, EventID.generalAdmission] {
      let order = try partner.buy(event, quantity: 2)
      let opened = try #require(partner.open(token: order.token).json)
      let answer = try partner.send(.get, "/partners/v1/orders?order_token=\(order.token)")
      #expect(answer.status == 200)
      #expect(answer.fidelity?.hasPrefix("inferred;") == true)
      let read = try #require(answer.json)
      let withheld: Set<String> = [
        "device_id", "device_type", "device_os", "nfc_capable_device", "third_party_account_id",
      ]
      for (name, value) in opened.members where name != "tickets" {
        if withheld.contains(name) {
          #expect(read[name] == nil, "\(name)")
        } else {
          #expect(try value.semanticallyEquals(#require(read[name], "\(name)")), "\(name)")
        }
      }
      for (index, ticket) in try #require(opened["tickets"]).elements.enumerated() {
        let same = try #require(read.value(at: "/tickets/\(index)"))
        for (name, value) in ticket.members {
          if name == "secure_entry_data" {
            #expect(same[name] == nil)
          } else if name == "charges" {
            // In another order: each as its document prints it.
            let texts = try [value, #require(same[name])].map { $0.elements.map(\.text).sorted() }
            #expect(texts[0] == texts[1])
          } else {
            #expect(try value.semanticallyEquals(#require(same[name], "\(name)")), "\(name)")
          }
        }
      }
    }
  }

  @Test func readingAnOrderIssuesNoToken() throws {
    func tokenAfter(reads: Int) throws -> String {
      let partner = try Partner(rate: 0)
      let order = try partner.buy(EventID.phoenix)
      for _ in 0..<reads {
        #expect(try partner.send(.get, "/partners/v1/orders?order_token=\(order.token)").status == 200)
      }
      return try partner.open(token: order.token).string("/tickets/0/secure_entry_data/token")
    }
    #expect(try tokenAfter(reads: 3) == tokenAfter(reads: 0))
  }

  @Test(arguments: ["39-20827/PHX", "39-20827%2FPHX"])
  func seededOrderIsFoundByItsNumber(number: String) throws {
    let answer = try Partner().send(.get, "/partners/v1/orders?order_number=\(number)")
    #expect(try answer.string("/tickets/0/barcode_id") == "1212121212121212")
  }
}
