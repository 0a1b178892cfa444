/// The three display restrictions that availability and the event list print.
public struct DisplayRestrictions: Sendable, Hashable {
  /// `seatLocationMapRestrict` on the wire.
  public var seatLocationMap = false
  /// `locXnumAddescRestrict` on the wire.
  public var locationXnumAndDescription = false
  /// `locRowSeatRestrict` on the wire.
  public var locationRowAndSeat = false

  /// No restrictions.
  public init() {}
}
