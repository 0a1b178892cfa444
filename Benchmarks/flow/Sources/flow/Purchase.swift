/// The purchases of one client, one after the other: bytes of answers in, bytes of requests out.
///
/// Each call is made of what the answers before gave. A new partner key is taken after some purchases, as tests take new
/// keys and before the house is sold out.
struct Purchase {
  private(set) var step = Step.availability
  /// How many are complete.
  private(set) var completed = 0
  private let name: String
  private let purchasesPerKey: Int
  private var writer: RequestWriter
  private var cart = Text(capacity: 64)
  private var total = Text(capacity: 16)
  private var order = Text(capacity: 128)
  private var ticket = Text(capacity: 256)

  /// - Parameter name: What the partner keys of this client begin with.
  init(name: String, host: String, purchasesPerKey: Int) {
    self.name = name
    self.purchasesPerKey = purchasesPerKey
    writer = RequestWriter(host: host)
    writer.use(key: "\(name)-0")
  }

  /// Writes the request of the present step.
  mutating func request(into request: inout Text) {
    switch step {
    case .availability: writer.availability(into: &request)
    case .reserve: writer.reserve(into: &request)
    case .payment: writer.payment(cart: cart, total: total, into: &request)
    case .commit: writer.commit(cart: cart, into: &request)
    case .orders: writer.orders(order: order, into: &request)
    case .securerender: writer.secureRender(ticket: ticket, into: &request)
    }
  }

  /// Reads all bytes of an answer that have come; if it is complete, writes the next request and says so.
  mutating func receive(_ bytes: UnsafeRawBufferPointer, next request: inout Text) throws(Failure) -> Bool {
    guard let answer = try Answer(bytes) else { return false }
    guard answer.status == 200 else { throw failure("\(answer.status)", answer.body) }
    guard keep(answer.body) else { throw failure("a member is missing in", answer.body) }
    step = step.next
    if step == .availability {
      completed += 1
      if completed % purchasesPerKey == 0 { writer.use(key: "\(name)-\(completed)") }
    }
    self.request(into: &request)
    return true
  }

  /// Keeps what later calls need; false if it is not there.
  private mutating func keep(_ body: UnsafeRawBufferPointer) -> Bool {
    switch step {
    case .availability, .payment, .securerender:
      return true
    case .reserve:
      // Only the whole cart's totals, behind those of its items, have a delivery.
      return cart.set(body.value(after: #""cart_id":""#))
        && total.set(body.rest(after: #""delivery":"#)?.value(after: #""grand":"#, to: ","))
    case .commit:
      return order.set(body.value(after: #""order_token":""#))
    case .orders:
      guard let section = body.value(after: #""section":""#), let row = body.value(after: #""row":""#),
        let seat = body.value(after: #""seat_name":""#), let barcode = body.value(after: #""barcode_id":""#)
      else { return false }
      writer.describe(section: section, row: row, seat: seat, barcode: barcode, into: &ticket)
      return true
    }
  }

  private func failure(_ what: String, _ body: UnsafeRawBufferPointer) -> Failure {
    Failure("step \(step.rawValue), \(step): \(what) \(String(decoding: body.prefix(2000), as: UTF8.self))")
  }
}
