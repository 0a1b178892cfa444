import HTTPTypes
import HTTPWire
import JSONText
import PartnerAPI
import Testing

/// Reading the ledger, and the calls that it judges.
extension Stage {
  /// The report of a key, or of all.
  func report(key: String? = nil, more: String = "") throws -> Answer {
    let answer = try control(.get, "report\(more)", key: key ?? self.key)
    try #require(answer.status == 200, "\(answer.text)")
    return answer
  }

  /// The ids of the rules that a report has in a state.
  func rules(_ state: String, key: String? = nil) throws -> [String] {
    try report(key: key).elements("/rules").filter { $0["state"]?.string == state }.compactMap { $0["id"]?.string }
  }

  /// What became of lost commits.
  func lostCommits(key: String? = nil) throws -> [String] {
    try report(key: key).elements("/lostCommits").compactMap { $0["outcome"]?.string }
  }

  func advance(_ duration: String) throws {
    let answer = try control(.post, "clock", #"{"advance":"\#(duration)"}"#)
    try #require(answer.status == 200, "\(answer.text)")
  }

  func fault(_ operation: String, _ outcome: String) throws {
    let answer = try control(.post, "faults", #"{"when":{"operation":"\#(operation)"},"then":\#(outcome)}"#)
    try #require(answer.status == 201, "\(answer.text)")
  }

  func availability(_ event: String = EventID.phoenix, key: String? = nil) throws -> Answer {
    try ask(.get, "/partners/v1/events/\(event)/availability", key: key)
  }

  func reserve(_ body: String, event: String = EventID.phoenix) throws -> Answer {
    try ask(.post, "/partners/v1/events/\(event)/cart", body)
  }

  func pay(_ cart: HeldCart, amount: String? = nil, payment: String) throws -> Answer {
    try ask(
      .put, "/partners/v1/events/\(cart.event)/cart/payment",
      #"{"cart_id":"\#(cart.id)","payment":{"amount":"\#(amount ?? cart.grand)",\#(payment)}}"#)
  }

  static let nonce = #""type":"BRAINTREE","card":{"number":"fake-valid-visa-nonce","cin":"123"}"#
  static let owner = #""third_party_account_id":"12313131""#

  /// Buys a ticket and opens its order.
  func opened(_ event: String = EventID.phoenix) throws -> Answer {
    let answer = try open(buy(event).string("/order_token"))
    try #require(answer.status == 200, "\(answer.text)")
    return answer
  }

  func open(_ token: String, body: String) throws -> Answer {
    try ask(.post, "/partners/v1/orders?order_token=\(token)", body)
  }

  /// `POST securerender` for the first ticket of an opened order.
  ///
  /// - Parameter without: a field to leave out.
  func render(
    _ order: Answer, user: String = Stage.account, device: String = "device-1", barcode: String? = nil,
    without: String = ""
  ) throws -> Answer {
    let fields = [
      ("eventId", "event_id"), ("section", "section"), ("row", "row"), ("seat", "seat_name"), ("barcode", "barcode_id"),
    ]
    let ticket = try fields.filter { $0.0 != without }.map { name, source in
      let value = name == "barcode" ? barcode : nil
      return #""\#(name)":"\#(try value ?? order.string("/tickets/0/\(source)"))""#
    }.joined(separator: ",")
    return try ask(
      .post, "/marketplace/v1/securerender",
      #"{"deviceId":"\#(device)","deviceType":"NATIVE","deviceOs":"IOS","tickets":[{\#(ticket)}]}"#,
      headers: ["Host": "localhost", "x-user-id": user])
  }

  /// The documents' own flow: the six calls.
  func playSixCalls() throws {
    #expect(try availability().status == 200)
    let order = try opened()
    #expect(try render(order).status == 200)
  }
}
