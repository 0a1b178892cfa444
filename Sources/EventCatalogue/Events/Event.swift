import Determinism

/// An event on sale, as the catalogue describes it; immutable and shared by every sandbox.
///
/// ``SeatMap`` holds what changes as tickets are sold (which seats are free); ``EventSchedule`` computes what depends
/// on the start of a sandbox (dates).
public final class Event: Sendable {
  /// Everything a catalogue states about an event; ``Event`` derives the rest.
  public struct Description: Sendable {
    /// The 16-hex legacy id, as answers print it.
    public var id: String
    /// Other ids that name the same event, such as a 15-character universal id.
    public var aliases: [String] = []
    /// The host's event code, such as `ECAPI1`.
    public var code: String
    /// The host system, such as `PHX`.
    public var host: String
    /// Its other codes, with their hosts, such as `53-45243/NY1`.
    public var otherCodes: [String] = []
    /// The display name.
    public var name: String
    /// Where the event takes place.
    public var venue: Venue
    /// When it takes place and when it is on sale, relative to the start of a sandbox.
    public var schedule: EventSchedule
    /// The ISO 4217 currency code of all its prices.
    public var currency: String
    /// Tickets allowed in one cart; 0 means no limit.
    public var ticketLimit: Int = 0
    /// Whether each row or seat may have its own price, so that offers name no price level.
    public var hasGranularPricing = false
    /// Whether a reserve may not strand a single seat.
    public var restrictsSingles = false
    /// The three display restrictions that availability and the event list print.
    public var restrictions = DisplayRestrictions()
    /// Whether cart calls are allowed at all.
    public var isTransactable = true
    /// Whether a reserve needs a solved captcha.
    public var requiresCaptcha = false
    /// The format of its cart ids.
    public var cartIDStyle: CartIDStyle = .uuid
    /// How its tickets are presented at the entrance.
    public var entry: EntryMode
    /// When the first token is delivered, if not at once.
    public var delayDelivery: DelayDelivery?
    /// How long carts are held.
    public var hold = HoldTimes()
    /// The processing charge of an order.
    public var processing: Charge
    /// The delivery options, the default one first.
    public var shippingOptions: [ShippingOption]
    /// The areas that rows and price levels belong to.
    public var areas: [Area]
    /// The ticket types on sale.
    public var ticketTypes: [TicketType]
    /// The price levels, best first.
    public var priceLevels: [PriceLevel]
    /// What a ticket type costs at a price level.
    public var offers: [Offer]
    /// The rows of seats and the general admission areas.
    public var rows: [SeatRow]

    /// All its codes, with their hosts, such as `ECAPI1/PHX`.
    public var codes: [String] { ["\(code)/\(host)"] + otherCodes }

    /// Makes a description from the parts that have no default.
    public init(
      id: String, code: String, host: String, name: String, venue: Venue, schedule: EventSchedule, currency: String,
      entry: EntryMode, processing: Charge, shippingOptions: [ShippingOption], areas: [Area], ticketTypes: [TicketType],
      priceLevels: [PriceLevel], offers: [Offer], rows: [SeatRow]
    ) {
      self.id = id
      self.code = code
      self.host = host
      self.name = name
      self.venue = venue
      self.schedule = schedule
      self.currency = currency
      self.entry = entry
      self.processing = processing
      self.shippingOptions = shippingOptions
      self.areas = areas
      self.ticketTypes = ticketTypes
      self.priceLevels = priceLevels
      self.offers = offers
      self.rows = rows
    }
  }

  /// What the catalogue states.
  public let description: Description
  /// The rows, with the seats of the whole event laid end to end.
  public let layout: SeatLayout
  /// The seats before any sandbox has sold one; sandboxes copy it at their first write.
  public let initialSeatMap: SeatMap
  /// A number that identifies the event when seeded values are made.
  public let seedLabel: UInt64
  /// A cache for the parts of answers that are printed for this event again and again.
  public let printed = Derived()

  /// Makes an event and derives its seat layout.
  public init(_ description: Description) {
    self.description = description
    layout = SeatLayout(rows: description.rows, priceLevelCount: description.priceLevels.count)
    initialSeatMap = SeatMap(layout: layout)
    seedLabel = SeededSource.fold(description.id)
  }

  /// The id that answers print.
  public var id: String { description.id }

  /// Whether a password opens any offer that is not open to everybody.
  public func isOpened(by password: String?) -> Bool {
    guard let password else { return false }
    return description.offers.contains { $0.password == password }
  }

  /// Whether a client that sends this password, or none, is offered a ticket type (by its index in the description).
  public func sells(ticketType: Int, for password: String?) -> Bool {
    description.offers.contains { $0.ticketType == ticketType && $0.isOpen(to: password) }
  }

  /// The ticket type suggested by a price at a price level: the first with that price, else the first sold there.
  ///
  /// Ticket types and levels are given by their index in the description.
  public func ticketType(pricedAt price: Money, level: Int) -> Int? {
    let offers = description.offers.filter { $0.priceLevel == level }
    return (offers.first { $0.face.price == price } ?? offers.first)?.ticketType
  }

  /// The offer for a ticket type at a price level, both given by their index in the description.
  public func offer(ticketType: Int, priceLevel: Int) -> Offer? {
    description.offers.first { $0.ticketType == ticketType && $0.priceLevel == priceLevel }
  }
}
