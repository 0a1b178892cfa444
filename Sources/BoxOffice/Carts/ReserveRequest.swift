public import EventCatalogue

/// What a client wants to reserve.
public struct ReserveRequest: Sendable, Hashable {
  /// Tickets of one type.
  public struct Tickets: Sendable, Hashable {
    /// The ticket type's id.
    public var type: String
    /// How many; at least 1.
    public var quantity: Int
    /// The price level's number, if one is requested.
    public var priceLevel: Int?
    /// The face value, if one is requested.
    public var amount: Money?

    /// Makes a request for tickets of one type.
    public init(type: String, quantity: Int = 1, priceLevel: Int? = nil, amount: Money? = nil) {
      self.type = type
      self.quantity = quantity
      self.priceLevel = priceLevel
      self.amount = amount
    }
  }

  /// The tickets.
  public var tickets: [Tickets]
  /// Area numbers; empty: anywhere.
  public var areas: [Int] = []
  /// Exact seats, by their ids in availability; empty: none in particular.
  public var places: [String] = []
  /// Only this section.
  public var section: String?
  /// Only this row.
  public var row: String?
  /// The first seat number of a range.
  public var beginSeat: Int?
  /// The last seat number of a range.
  public var endSeat: Int?
  /// The lowest face value of a seat.
  public var lowestPrice: Money?
  /// The highest face value of a seat.
  public var highestPrice: Money?
  /// The password for offers that are not open to everybody.
  public var password: String?
  /// The token of a solved captcha.
  public var captchaToken: String?
  /// Whether other seats will do when the ones named are taken.
  public var acceptsBestAvailable = true

  /// Makes a request for tickets anywhere.
  public init(tickets: [Tickets]) {
    self.tickets = tickets
  }

  /// Whether a face value is within the range asked for.
  func accepts(price: Money) -> Bool {
    price >= lowestPrice ?? price && price <= highestPrice ?? price
  }

  /// How many tickets in all, `Int.max` if the sum is larger.
  public var quantity: Int {
    tickets.reduce(0) { sum, tickets in
      let (result, overflow) = sum.addingReportingOverflow(tickets.quantity)
      return overflow ? .max : result
    }
  }
}
