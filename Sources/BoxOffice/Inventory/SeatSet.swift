/// A set of seats of one event, a bit a seat.
public struct SeatSet: Sendable, Hashable {
  private var words: [UInt64]

  /// Makes an empty set for an event with `seatCount` seats.
  public init(seatCount: Int) {
    words = Array(repeating: 0, count: (seatCount + 63) / 64)
  }

  /// Whether a seat is in the set.
  ///
  /// Complexity: O(1).
  @inlinable
  public func contains(_ seat: Int) -> Bool {
    word(seat >> 6) & (1 << UInt64(seat & 63)) != 0
  }

  @usableFromInline
  func word(_ index: Int) -> UInt64 { words[index] }

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

  /// How many seats are in the set.
  ///
  /// Complexity: O(seats / 64).
  public var count: Int {
    words.reduce(0) { $0 + $1.nonzeroBitCount }
  }

  /// Whether two sets share a seat.
  public func intersects(_ other: SeatSet) -> Bool {
    zip(words, other.words).contains { $0 & $1 != 0 }
  }
}
