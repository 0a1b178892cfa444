import Determinism
import EventCatalogue
import JSONText

/// Reads the output of ``BoxOffice/export(into:)`` into an empty box office, and checks that it is consistent.
struct BoxOfficeReader {
  var office: BoxOffice
  private var cartNumbers: Set<UInt64> = []

  init(_ root: JSONValue, catalogue: Catalogue, seed: UInt64) throws(JSONMismatch) {
    var reader = try root.asObject()
    let startedAt = try reader.required("startedAt", Self.instant).instant()
    office = BoxOffice(
      catalogue: Catalogue(events: catalogue.events, soldOrders: []), seed: seed, startedAt: startedAt)
    office.catalogue = catalogue
    var counters = try reader.required("counters", "an object").asObject()
    office.cartCount = try counters.counter("carts")
    office.orderCount = try counters.counter("orders")
    // A barcode has seven digits for the count.
    office.ticketCount = try counters.counter("tickets", upTo: 9_999_999)
    try counters.rejectUnread()
    // Orders first: their seats are sold, so if a cart holds one of those too, the cart is at fault.
    for element in try reader.required("orders", "an array").asArray() { try readOrder(element) }
    for element in try reader.required("carts", "an array").asArray() { try readCart(element) }
    for element in try reader.required("deadCarts", "an array").asArray() { try readDeadCart(element) }
    for element in try reader.required("usedCaptchas", "an array").asArray() { try readUsedCaptcha(element) }
    office.cards = try CardFile(restoring: reader.required("cards", "an object"))
    try reader.rejectUnread()
  }

  static let instant = "an RFC 3339 instant"

  // MARK: Carts

  private mutating func readCart(_ element: JSONValue) throws(JSONMismatch) {
    var reader = try element.asObject()
    let id = try reader.required("id", "a cart id")
    let number = try reader.required("number", "a number")
    let (place, event) = try event(reader.required("event", "an event id"))
    let shipping = try reader.required("shipping", "a delivery option")
    let options = event.description.shippingOptions
    guard let option = options.firstIndex(where: { shipping.stringEquals($0.id) }) else {
      throw shipping.unfit("one of \(options.map { "\"\($0.id)\"" }.joined(separator: ", "))")
    }
    var items: [Cart.Item] = []
    let list = try reader.list("items")
    for item in list { items.append(try readItem(item, at: place)) }
    var cart = Cart(
      key: CartID(try id.text()), number: try number.ordinal(of: "carts", within: office.cartCount),
      eventPlace: place, event: event, createdAt: try reader.required("createdAt", Self.instant).instant(),
      expiresAt: try reader.required("expiresAt", Self.instant).instant(), items: items, shipping: option)
    cart.holdWasRaised = try reader.required("holdWasRaised", "true or false").flag()
    if let value = reader.optionalValue("payment") { cart.payment = try Self.payment(value, of: cart) }
    try reader.rejectUnread()
    guard office.carts[cart.key] == nil, !office.book.has(cart: cart.id) else {
      throw id.unfit("an id that no other cart has, nor an order")
    }
    guard cartNumbers.insert(cart.number).inserted else { throw number.unfit("a number that no other cart has") }
    office.keep(cart)
  }

  private mutating func readItem(_ element: JSONValue, at place: Int) throws(JSONMismatch) -> Cart.Item {
    let event = office.catalogue.events[place]
    var reader = try element.asObject()
    let section = try reader.string("section")
    let row = try reader.string("row")
    var run: Int?
    var ranges: [Range<Int>] = []
    for value in try reader.list("seats") {
      let seat = try free(value, section: section, row: row, at: place)
      let its = event.layout.row(ofSeat: seat)
      guard run == nil || run == its else { throw value.unfit("a seat of the run that the item began with") }
      run = its
      let index = seat - event.layout.firstSeats[its]
      if let last = ranges.last, last.upperBound > index { throw value.unfit("seats in ascending order") }
      if let last = ranges.last, last.upperBound == index {
        ranges[ranges.count - 1] = last.lowerBound..<(index + 1)
      } else {
        ranges.append(index..<(index + 1))
      }
    }
    let block = SeatBlock(row: run ?? 0, ranges: ranges)
    let tickets = try Self.tickets(&reader, block: block, event: event)
    try reader.rejectUnread()
    office.withMap(at: place) { map, layout in _ = map.hold(block, layout: layout) }
    return Cart.Item(block: block, tickets: tickets)
  }

  private static func tickets(
    _ reader: inout JSONObjectReader, block: SeatBlock, event: Event
  ) throws(JSONMismatch) -> [Cart.Tickets] {
    let level = event.layout.rows[block.row].priceLevel
    let array = try reader.required("tickets", "an array")
    var tickets: [Cart.Tickets] = []
    for element in try array.asArray() {
      var reader = try element.asObject()
      let type = try reader.required("type", "a ticket type")
      let offer = event.description.offers.firstIndex { offer in
        offer.priceLevel == level && type.stringEquals(event.description.ticketTypes[offer.ticketType].id)
      }
      guard let offer else { throw type.unfit("a ticket type that is sold for these seats") }
      let quantity = try reader.required("quantity", "a number").number(in: 1...block.count)
      try reader.rejectUnread()
      tickets.append(Cart.Tickets(offer: offer, quantity: quantity))
    }
    guard tickets.reduce(0, { $0 + $1.quantity }) == block.count else {
      throw array.mismatch(expected: "as many tickets as seats, \(block.count)", found: "another number")
    }
    return tickets
  }

  private static func payment(_ value: JSONValue, of cart: Cart) throws(JSONMismatch) -> Payment {
    var reader = try value.asObject()
    let type = try reader.shortText("type")
    let amount = try reader.required("amount", "an amount")
    guard let text = amount.numberText, let money = Money(decimal: text), money == cart.totals.grand else {
      throw amount.unfit("the cart's total, \(cart.totals.grand)")
    }
    let account = try reader.optionalShortText("account")
    let email = try reader.optionalShortText("email")
    var card: Payment.MaskedCard?
    if var object = try reader.optionalObject("card") {
      card = Payment.MaskedCard(
        issuer: try object.shortText("issuer"),
        lastFour: try object.required("lastFour", "four digits").ascii(4...4, "four digits", EventReader.isDigit),
        expireMonth: try object.required("expireMonth", "a month").number(in: 0...12),
        expireYear: try object.required("expireYear", "a year").number(in: 0...9_999))
      try object.rejectUnread()
    }
    try reader.rejectUnread()
    return Payment(type: type, amount: money, card: card, account: account, email: email)
  }

  private mutating func readDeadCart(_ element: JSONValue) throws(JSONMismatch) {
    var reader = try element.asObject()
    let id = try reader.required("id", "a cart id")
    let key = CartID(try id.text())
    let fate = try reader.required("fate", "a fate")
    let at = try reader.required("at", Self.instant).instant()
    guard office.carts[key] == nil, office.deadCarts[key] == nil else {
      throw id.unfit("the id of a cart that is not live, and not listed before")
    }
    guard office.deadCarts.entryCount < office.deadCarts.limit else {
      throw element.mismatch(expected: "at most \(office.deadCarts.limit) ended carts", found: "more")
    }
    switch fate.string {
    case "expired": office.deadCarts.remember(.expired(at: at), for: key)
    case "deleted": office.deadCarts.remember(.deleted(at: at), for: key)
    case "committed":
      let order = try reader.required("order", "an order number")
      let number = try order.text()
      guard let place = office.book.find(.number(number)), office.book.orders[place].cartID == key.text else {
        throw order.unfit("the number of the order that the cart became")
      }
      office.deadCarts.remember(.committed(at: at, orderNumber: number), for: key)
    default: throw fate.unfit("\"expired\", \"deleted\" or \"committed\"")
    }
    guard fate.stringEquals("committed") || !office.book.has(cart: key.text) else {
      throw fate.unfit("\"committed\", for there is an order of the cart")
    }
    try reader.rejectUnread()
  }

  private mutating func readUsedCaptcha(_ element: JSONValue) throws(JSONMismatch) {
    guard let digest = element.string.flatMap({ CaptchaDigest($0) }) else {
      throw element.unfit("the SHA-256 of a captcha's token, as 64 hexadecimal digits")
    }
    guard office.usedCaptchas[digest] == nil else { throw element.unfit("a digest that is not listed before") }
    guard office.usedCaptchas.entryCount < office.usedCaptchas.limit else {
      throw element.mismatch(expected: "at most \(office.usedCaptchas.limit) digests", found: "more")
    }
    office.usedCaptchas.remember((), for: digest)
  }

  // MARK: What carts and orders name

  func event(_ value: JSONValue) throws(JSONMismatch) -> (place: Int, event: Event) {
    guard let id = value.string, let place = office.catalogue.place(ofEvent: id) else {
      throw value.unfit("an event of this sandbox")
    }
    return (place, office.catalogue.events[place])
  }

  /// A seat that is not taken yet; its number is a JSON number or, on tickets, a string.
  func free(_ value: JSONValue, section: String, row: String, at place: Int) throws(JSONMismatch) -> Int {
    let event = office.catalogue.events[place]
    let number = value.integer.flatMap { Int(exactly: $0) } ?? value.string.flatMap { Int($0) }
    guard let number, let seat = event.layout.seat(section: section, row: row, number: number) else {
      throw value.unfit("a seat of \(event.id) in section \(section) row \(row)")
    }
    guard office.map(at: place).isFree(seat) else { throw value.unfit("a seat that nobody else has") }
    return seat
  }
}
