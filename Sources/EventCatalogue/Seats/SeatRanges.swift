/// Ascending ranges of seats that do not touch.
///
/// Nearly all blocks are a single range, so the first is stored inline, which saves a cart one allocation.
public struct SeatRanges: Sendable, Hashable, RandomAccessCollection {
  private let first: Range<Int>
  private let others: [Range<Int>]

  init(_ range: Range<Int>) {
    first = range
    others = []
  }

  init(_ ranges: [Range<Int>]) {
    first = ranges.first ?? 0..<0
    others = Array(ranges.dropFirst())
  }

  private init(first: Range<Int>, others: [Range<Int>]) {
    self.first = first
    self.others = others
  }

  /// The index of the first range: 0.
  public var startIndex: Int { 0 }

  /// How many ranges there are.
  public var endIndex: Int { first.isEmpty ? 0 : others.count + 1 }

  /// The range at an index.
  public subscript(place: Int) -> Range<Int> { place == 0 ? first : others[place - 1] }

  /// The same ranges, moved up by a distance.
  func shifted(by distance: Int) -> SeatRanges {
    func shift(_ range: Range<Int>) -> Range<Int> { (range.lowerBound + distance)..<(range.upperBound + distance) }
    return SeatRanges(first: shift(first), others: others.isEmpty ? [] : others.map(shift))
  }
}
