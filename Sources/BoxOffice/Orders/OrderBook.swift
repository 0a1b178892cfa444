import EventCatalogue

/// The orders of a sandbox, with indices for finding them and their tickets.
struct OrderBook: Sendable {
  /// The position of a ticket.
  struct TicketPlace: Sendable, Hashable {
    let order: Int
    let ticket: Int
  }

  private(set) var orders: [Order] = []
  private var byToken: [String: Int] = [:]
  private var byNumber: [String: Int] = [:]
  private var byCart: [String: Int] = [:]
  private var byBarcode: [String: TicketPlace] = [:]

  /// Adds an order.
  ///
  /// Complexity: O(tickets).
  mutating func add(_ order: Order) {
    let place = orders.count
    orders.append(order)
    byToken[order.token] = place
    byNumber[order.number] = place
    if let cart = order.cartID { byCart[cart] = place }
    for (index, ticket) in order.tickets.enumerated() {
      byBarcode[ticket.barcode] = TicketPlace(order: place, ticket: index)
    }
  }

  /// Finds an order.
  ///
  /// Complexity: O(1).
  func find(_ selector: OrderSelector) -> Int? {
    switch selector {
    case .token(let token): byToken[token]
    case .number(let number): byNumber[number]
    case .cart(let id, let eventID):
      byCart[id].flatMap { place in
        let event = orders[place].event
        return event.id == eventID || event.description.aliases.contains(eventID) ? place : nil
      }
    }
  }

  /// Whether an order came from a cart.
  func has(cart id: String) -> Bool { byCart[id] != nil }

  /// Finds a ticket.
  ///
  /// Complexity: O(1).
  func ticket(barcode: String) -> TicketPlace? { byBarcode[barcode] }

  /// Marks an order as voided.
  mutating func void(_ place: Int) {
    orders[place] = orders[place].voided
  }
}
