/// What one ticket of a type costs at a price level.
public struct Offer: Sendable, Hashable {
  /// The ticket type's place in ``Event/Description/ticketTypes``.
  public var ticketType: Int
  /// The price level's place in ``Event/Description/priceLevels``.
  public var priceLevel: Int
  /// The face value.
  public var face: Charge
  /// The service charge.
  public var service: Charge
  /// The facility charge.
  public var facility: Charge
  /// The distance charge.
  public var distance: Charge
  /// The password needed to see and reserve it; `nil` if it is open to everybody.
  public var password: String?

  /// Makes an offer.
  public init(
    ticketType: Int, priceLevel: Int, face: Charge, service: Charge = .none, facility: Charge = .none,
    distance: Charge = .none, password: String? = nil
  ) {
    self.ticketType = ticketType
    self.priceLevel = priceLevel
    self.face = face
    self.service = service
    self.facility = facility
    self.distance = distance
    self.password = password
  }

  /// Whether a client that sends this password, or none, may see and reserve it.
  public func isOpen(to password: String?) -> Bool { self.password == nil || self.password == password }

  /// Everything but the face value, without tax.
  public var fees: Money { service.price + facility.price + distance.price }
  /// All the tax.
  public var tax: Money { face.tax + service.tax + facility.tax + distance.tax }
}
