/// A delivery option.
public struct ShippingOption: Sendable, Hashable {
  /// The id that requests name, such as `4`.
  public var id: String
  /// Who delivers, such as `TICKETMASTER`.
  public var carrier: String
  /// `ETICKET`, `MAIL`, `AIRMAIL` or `WILLCALL`.
  public var serviceLevel: String
  /// Whether an address is needed.
  public var requiresAddress: Bool
  /// What it costs per order.
  public var fee: Money
  /// The long description, such as `Get in with:`.
  public var longDescription: String
  /// The short description, such as `eTickets`.
  public var shortDescription: String
  /// The expected arrival in words.
  public var eta: String

  /// Makes a delivery option.
  public init(
    id: String, carrier: String, serviceLevel: String, requiresAddress: Bool, fee: Money, longDescription: String,
    shortDescription: String, eta: String
  ) {
    self.id = id
    self.carrier = carrier
    self.serviceLevel = serviceLevel
    self.requiresAddress = requiresAddress
    self.fee = fee
    self.longDescription = longDescription
    self.shortDescription = shortDescription
    self.eta = eta
  }
}
