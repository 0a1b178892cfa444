/// Seats that a reserve named but could not get, and why.
public struct SeatsNotHad: Sendable, Hashable {
  /// What was named.
  public enum Named: Sendable, Hashable {
    /// Seats by their ids in availability.
    case places([String])
    /// A section, a row, or seat numbers within them.
    case range(section: String?, row: String?, beginSeat: Int?, endSeat: Int?)
  }

  /// Why the seats were unavailable.
  public enum Reason: Sendable, Hashable {
    /// The id names no seat of the event.
    case noPlace(String)
    /// The event has no such section; it has these.
    case noSection(String, known: [String])
    /// The section (or the event, if no section was named) has no such row; it has these.
    case noRow(String, known: [String])
    /// The rows have none of the seat numbers; theirs lie within this range.
    case noNumber(known: ClosedRange<Int>?)
    /// None of the seats is in the requested areas.
    case otherAreas
    /// The requested ticket types are not sold there, or not at the requested price.
    case otherOffers
    /// Some are held in carts or sold, as `SECTION/ROW/NUMBER`.
    case taken(held: [String], sold: [String])
    /// Only this many of them are free, fewer than requested.
    case tooFewFree(Int)
    /// Enough are free, but not side by side.
    case notTogether
    /// A single seat would be stranded, which the event does not allow.
    case strandsSingle
  }

  /// What was named.
  public let named: Named
  /// How many tickets were requested.
  public let quantity: Int
  /// Why they were unavailable.
  public let reason: Reason
}
