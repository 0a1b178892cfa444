/// Seats that a reserve named and could not have, and why.
public struct SeatsNotHad: Sendable, Hashable {
  /// What was named.
  public enum Named: Sendable, Hashable {
    /// Seats by their ids in availability.
    case places([String])
    /// A section, a row, or seat numbers of them.
    case range(section: String?, row: String?, beginSeat: Int?, endSeat: Int?)
  }

  /// Why the seats could not be had.
  public enum Reason: Sendable, Hashable {
    /// The id names no seat of the event.
    case noPlace(String)
    /// The event has no such section; it has these.
    case noSection(String, known: [String])
    /// The section, or without one the event, has no such row; it has these.
    case noRow(String, known: [String])
    /// The rows have none of the seat numbers; they have some of these.
    case noNumber(known: ClosedRange<Int>?)
    /// None of the seats is in the areas asked for.
    case otherAreas
    /// The ticket types asked for are not sold there, or not at the price asked for.
    case otherOffers
    /// Some are held in carts or sold, as `SECTION/ROW/NUMBER`.
    case taken(held: [String], sold: [String])
    /// So many of them are free, which is fewer than asked for.
    case tooFewFree(Int)
    /// Enough are free, but not side by side.
    case notTogether
    /// A single seat would stay behind, which the event does not allow.
    case strandsSingle
  }

  /// What was named.
  public let named: Named
  /// How many tickets were asked for.
  public let quantity: Int
  /// Why not these.
  public let reason: Reason
}
