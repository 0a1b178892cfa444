/// A set of seats of one event, with one bit per seat.
public struct SeatSet: Sendable, Hashable {
  private var words: [UInt64]

  /// Makes an empty set for an event with `seatCount` seats.
  public init(seatCount: Int) {
    words = Array(repeating: 0, count: (seatCount + 63) / 64)
  }

  /// Whether a seat is in the set.
  ///
  /// Complexity: O(1).
  public func contains(_ seat: Int) -> Bool {
    words[seat >> 6] & (1 << UInt64(seat & 63)) != 0
  }

  /// Adds a seat; returns whether it was new.
  @discardableResult
  public mutating func insert(_ seat: Int) -> Bool {
    let bit: UInt64 = 1 << UInt64(seat & 63)
    let isNew = words[seat >> 6] & bit == 0
    words[seat >> 6] |= bit
    return isNew
  }

  /// Removes a seat; returns whether it was there.
  @discardableResult
  public mutating func remove(_ seat: Int) -> Bool {
    let bit: UInt64 = 1 << UInt64(seat & 63)
    let wasThere = words[seat >> 6] & bit != 0
    words[seat >> 6] &= ~bit
    return wasThere
  }

  /// The first seat of a range that is not in the set.
  ///
  /// Complexity: O(seats / 64).
  public func firstAbsent(in range: Range<Int>) -> Int? { first(in: range, flipping: .max) }

  /// The first seat of a range that is in the set.
  ///
  /// Complexity: O(seats / 64).
  public func firstPresent(in range: Range<Int>) -> Int? { first(in: range, flipping: 0) }

  /// The first seat of a range whose bit is set once these bits of its word have been flipped.
  private func first(in range: Range<Int>, flipping flipped: UInt64) -> Int? {
    var seat = range.lowerBound
    while seat < range.upperBound {
      let found = (words[seat >> 6] ^ flipped) >> UInt64(seat & 63)
      if found != 0 {
        seat += found.trailingZeroBitCount
        return seat < range.upperBound ? seat : nil
      }
      seat = (seat | 63) + 1
    }
    return nil
  }

  /// How many seats are in the set.
  ///
  /// Complexity: O(seats / 64).
  public var count: Int {
    words.reduce(0) { $0 + $1.nonzeroBitCount }
  }

  /// How many seats of a range are in the set.
  ///
  /// Complexity: O(seats / 64).
  public func count(in range: Range<Int>) -> Int {
    var count = 0
    var seat = range.lowerBound
    while seat < range.upperBound {
      let end = min((seat | 63) + 1, range.upperBound)
      let mask = (UInt64.max >> UInt64(64 - (end - seat))) << UInt64(seat & 63)
      count += (words[seat >> 6] & mask).nonzeroBitCount
      seat = end
    }
    return count
  }

  /// The seats that are not in another set of the same event.
  ///
  /// Complexity: O(seats / 64).
  public func subtracting(_ other: SeatSet) -> SeatSet {
    var rest = self
    for place in rest.words.indices { rest.words[place] &= ~other.words[place] }
    return rest
  }

  /// Whether two sets share a seat.
  public func intersects(_ other: SeatSet) -> Bool {
    zip(words, other.words).contains { $0 & $1 != 0 }
  }
}
