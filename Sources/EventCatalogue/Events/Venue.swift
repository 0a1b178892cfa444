/// Where an event takes place.
public struct Venue: Sendable, Hashable {
  /// The venue's name.
  public var name: String
  /// The city.
  public var city: String
  /// The state or province, abbreviated.
  public var region: String
  /// ISO 3166 country code.
  public var country: String
  /// The time zone in which the event's dates are printed.
  public var zone: VenueZone

  /// Makes a venue.
  public init(name: String, city: String, region: String, country: String, zone: VenueZone) {
    self.name = name
    self.city = city
    self.region = region
    self.country = country
    self.zone = zone
  }
}
