/// Writes the requests of one client, each in the place of the one before.
struct RequestWriter {
  private let host: String
  /// What follows the path: the key, the version, the host.
  private var ending = Text(capacity: 128)
  private var body = Text(capacity: 512)

  init(host: String) {
    self.host = host
  }

  /// Takes another partner key for the requests from now on.
  mutating func use(key: String) {
    ending.clear()
    ending.append("apikey=\(key) HTTP/1.1\r\nHost: \(host)\r\n" as String)
  }

  func availability(into request: inout Text) {
    request.clear()
    request.append("GET /partners/v1/events/3F005105D843DFA3/availability?")
    request.append(ending)
    request.append("\r\n")
  }

  mutating func reserve(into request: inout Text) {
    body.clear()
    body.append(#"{"reserve":{"tickets":[{"id":"000000000001","quantity":1}]}}"#)
    begin("POST /partners/v1/events/3F005105D843DFA3/cart?", &request)
    finish(&request)
  }

  mutating func payment(cart: Text, total: Text, into request: inout Text) {
    body.clear()
    body.append(#"{"cart_id":""#)
    body.append(cart)
    body.append(#"","payment":{"type":"BRAINTREE","amount":""#)
    body.append(total)
    body.append(#"","third_party_account_id":"12313131","card":{"number":"fake-valid-visa-nonce","cin":"123"}}}"#)
    begin("PUT /partners/v1/events/3F005105D843DFA3/cart/payment?", &request)
    finish(&request)
  }

  mutating func commit(cart: Text, into request: inout Text) {
    body.clear()
    body.append(#"{"cart_id":""#)
    body.append(cart)
    body.append(#""}"#)
    begin("PUT /partners/v1/events/3F005105D843DFA3/cart?", &request)
    finish(&request)
  }

  mutating func orders(order: Text, into request: inout Text) {
    body.clear()
    body.append(#"{"device_id":"phone-1","device_type":"native","device_os":"ios","#)
    body.append(#""third_party_account_id":"12313131"}"#)
    request.clear()
    request.append("POST /partners/v1/orders?order_token=")
    request.append(order)
    request.append("&")
    request.append(ending)
    finish(&request)
  }

  mutating func secureRender(ticket: Text, into request: inout Text) {
    body.clear()
    body.append(#"{"deviceId":"phone-1","deviceType":"NATIVE","deviceOs":"IOS","tickets":["#)
    body.append(ticket)
    body.append("]}")
    begin("POST /marketplace/v1/securerender?", &request)
    request.append("x-user-id: 12313131\r\n")
    finish(&request)
  }

  /// Writes a ticket as Secure Render takes it.
  func describe(
    section: UnsafeRawBufferPointer, row: UnsafeRawBufferPointer, seat: UnsafeRawBufferPointer,
    barcode: UnsafeRawBufferPointer, into ticket: inout Text
  ) {
    ticket.clear()
    ticket.append(#"{"eventId":"3F005105D843DFA3","section":""#)
    ticket.append(section)
    ticket.append(#"","row":""#)
    ticket.append(row)
    ticket.append(#"","seat":""#)
    ticket.append(seat)
    ticket.append(#"","barcode":""#)
    ticket.append(barcode)
    ticket.append(#""}"#)
  }

  private func begin(_ target: StaticString, _ request: inout Text) {
    request.clear()
    request.append(target)
    request.append(ending)
  }

  private func finish(_ request: inout Text) {
    request.append("Content-Type: application/json\r\nContent-Length: ")
    request.append(small: body.count)
    request.append("\r\n\r\n")
    request.append(body)
  }
}
