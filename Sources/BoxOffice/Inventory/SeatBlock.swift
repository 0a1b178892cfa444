/// Seats of one run that go together: one contiguous range, or for general admission any.
public struct SeatBlock: Sendable, Hashable {
  /// The run, by its place in the layout.
  public let row: Int
  /// The places in the run, as ascending ranges that do not touch.
  public let places: [Range<Int>]

  /// Makes a block of one contiguous range.
  public init(row: Int, places: Range<Int>) {
    self.row = row
    self.places = [places]
  }

  /// Makes a block of several ranges.
  public init(row: Int, ranges: [Range<Int>]) {
    self.row = row
    places = ranges
  }

  /// How many seats the block has.
  public var count: Int { places.reduce(0) { $0 + $1.count } }
  /// The place of the first seat.
  public var firstPlace: Int { places.first?.lowerBound ?? 0 }
  /// The place of the last seat.
  public var lastPlace: Int { (places.last?.upperBound ?? 1) - 1 }

  /// The seats as whole numbers of the layout.
  public func seats(in layout: SeatLayout) -> [Range<Int>] {
    let first = layout.firstSeats[row]
    return places.map { (first + $0.lowerBound)..<(first + $0.upperBound) }
  }
}
