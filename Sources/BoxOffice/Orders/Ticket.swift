import Determinism
public import EventCatalogue

/// One sold ticket; immutable and shared.
public final class Ticket: Sendable {
  /// What the ticket cost, charge by charge.
  public struct Charges: Sendable, Hashable {
    /// The face value.
    public var price: Money
    /// The distance charge.
    public var distance: Money
    /// The facility charge.
    public var facility: Money
    /// The service charge.
    public var service: Money
    /// All the tax on it.
    public var tax: Money
  }

  /// The barcode: 12 to 18 digits; never changes.
  public let barcode: String
  /// The barcode, folded to the integer by which a ledger knows it.
  public let foldedBarcode: UInt64
  /// The host's id for the seat; digits.
  public let seatID: String
  /// The section, or the general admission area.
  public let section: String
  /// The row, `GA` for general admission.
  public let row: String
  /// The seat number as text.
  public let seatName: String
  /// The entrance to use.
  public let portal: String
  /// Whether it is general admission.
  public let isGeneralAdmission: Bool
  /// The index of its ticket type in the event's description; `nil` if the event sells none for its seat.
  public let type: Int?
  /// What it cost.
  public let charges: Charges
  /// A number that identifies the ticket when seeded values are made.
  public let seedLabel: UInt64

  init(
    barcode: String, seatID: String, section: String, row: String, seatName: String, portal: String,
    isGeneralAdmission: Bool, type: Int?, charges: Charges, seedLabel: UInt64
  ) {
    self.barcode = barcode
    foldedBarcode = SeededSource.fold(barcode)
    self.seatID = seatID
    self.section = section
    self.row = row
    self.seatName = seatName
    self.portal = portal
    self.isGeneralAdmission = isGeneralAdmission
    self.type = type
    self.charges = charges
    self.seedLabel = seedLabel
  }
}
