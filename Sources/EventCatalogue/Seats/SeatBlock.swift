/// Seats of one run that belong together: one contiguous range or, for general admission, any ranges.
public struct SeatBlock: Sendable, Hashable {
  /// The run, by its index in the layout.
  public let row: Int
  /// The places in the run.
  public let places: SeatRanges

  /// Makes a block of one contiguous range.
  public init(row: Int, places: Range<Int>) {
    self.row = row
    self.places = SeatRanges(places)
  }

  /// Makes a block of several ranges.
  public init(row: Int, ranges: [Range<Int>]) {
    self.row = row
    places = SeatRanges(ranges)
  }

  /// How many seats the block has.
  public var count: Int { places.reduce(0) { $0 + $1.count } }
  /// The place of the first seat.
  public var firstPlace: Int { places.first?.lowerBound ?? 0 }
  /// The place of the last seat.
  public var lastPlace: Int { (places.last?.upperBound ?? 1) - 1 }

  /// The seats, as numbered in the layout.
  public func seats(in layout: SeatLayout) -> SeatRanges { places.shifted(by: layout.firstSeats[row]) }
}
