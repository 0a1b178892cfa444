/// An order that exists in every sandbox from the start, so that Order Management works before any purchase.
public struct SoldOrder: Sendable, Hashable {
  /// One ticket of the order.
  public struct Ticket: Sendable, Hashable {
    /// 12 to 18 digits.
    public var barcode: String
    /// The host's seat id; digits.
    public var seatID: String
    /// The section.
    public var section: String
    /// The row.
    public var row: String
    /// The seat number.
    public var seat: Int
    /// The entrance to use.
    public var portal: String
    /// The face value.
    public var price: Money
    /// The distance charge.
    public var distance: Money
    /// The facility charge.
    public var facility: Money
    /// The service charge.
    public var service: Money
    /// All the tax.
    public var tax: Money

    /// Makes a ticket.
    public init(
      barcode: String, seatID: String, section: String, row: String, seat: Int, portal: String, price: Money,
      distance: Money, facility: Money, service: Money, tax: Money
    ) {
      self.barcode = barcode
      self.seatID = seatID
      self.section = section
      self.row = row
      self.seat = seat
      self.portal = portal
      self.price = price
      self.distance = distance
      self.facility = facility
      self.service = service
      self.tax = tax
    }
  }

  /// One entry of the order's `options`.
  public struct Option: Sendable, Hashable {
    /// `option_number` on the wire.
    public var number: Int
    /// `description` on the wire.
    public var description: String

    /// Makes an option.
    public init(number: Int, description: String) {
      self.number = number
      self.description = description
    }
  }

  /// The order number, such as `39-20827/PHX`.
  public var number: String
  /// The order token.
  public var token: String
  /// The id of its event.
  public var eventID: String
  /// The `third_party_account_id` it was billed with.
  public var account: String?
  /// The buyer's address.
  public var customerEmail: String
  /// Where it was sold.
  public var thirdPartySource: String
  /// Its options.
  public var options: [Option]
  /// Who delivers.
  public var carrier: String
  /// Days from the order to the sandbox's start.
  public var orderedDaysBefore: Int
  /// Its tickets.
  public var tickets: [Ticket]

  /// Makes an order.
  public init(
    number: String, token: String, eventID: String, account: String?, customerEmail: String, thirdPartySource: String,
    options: [Option], carrier: String, orderedDaysBefore: Int, tickets: [Ticket]
  ) {
    self.number = number
    self.token = token
    self.eventID = eventID
    self.account = account
    self.customerEmail = customerEmail
    self.thirdPartySource = thirdPartySource
    self.options = options
    self.carrier = carrier
    self.orderedDaysBefore = orderedDaysBefore
    self.tickets = tickets
  }
}
