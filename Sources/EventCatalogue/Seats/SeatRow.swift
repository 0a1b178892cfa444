/// A run of seats in one row at one price level, or a general admission area.
///
/// Seats are numbered `first`, `first + step`, …, `last`. A row sold at two price levels, or numbered odd on one side
/// and even on the other, is written as several runs with the same section and row.
public struct SeatRow: Sendable, Hashable {
  /// How seats are allotted.
  public enum Seating: String, Sendable, CaseIterable {
    /// Numbered seats.
    case reserved
    /// General admission: a running number.
    case general
  }

  /// The section or, for general admission, the area.
  public var section: String
  /// The row, `GA` for general admission.
  public var row: String
  /// How seats are allotted.
  public var seating: Seating
  /// The first seat number, at least 1.
  public var first: Int
  /// The last seat number.
  public var last: Int
  /// The step between seat numbers: 1, or 2 for a row whose seats are all odd or all even.
  public var step: Int
  /// The price level's place in ``Event/Description/priceLevels``.
  public var priceLevel: Int
  /// The areas' places in ``Event/Description/areas``.
  public var areas: [Int]
  /// The entrance to the section, as tickets print it.
  public var portal: String
  /// The host's `x-num`.
  public var xNumber: Int
  /// Seat numbers that were sold elsewhere before any sandbox starts.
  public var soldElsewhere: [ClosedRange<Int>]

  /// Makes a run of seats.
  public init(
    section: String, row: String, seating: Seating = .reserved, first: Int, last: Int, step: Int = 1, priceLevel: Int,
    areas: [Int] = [], portal: String = "", xNumber: Int = 0, soldElsewhere: [ClosedRange<Int>] = []
  ) {
    self.section = section
    self.row = row
    self.seating = seating
    self.first = first
    self.last = last
    self.step = step
    self.priceLevel = priceLevel
    self.areas = areas
    self.portal = portal
    self.xNumber = xNumber
    self.soldElsewhere = soldElsewhere
  }

  /// How many seats the run has.
  public var count: Int { (last - first) / step + 1 }

  /// The number of the seat at a place in the run.
  public func seatNumber(at place: Int) -> Int { first + place * step }

  /// The place of a seat number in the run, `nil` if the run has no such seat.
  public func place(of number: Int) -> Int? {
    guard number >= first, number <= last, (number - first) % step == 0 else { return nil }
    return (number - first) / step
  }
}
