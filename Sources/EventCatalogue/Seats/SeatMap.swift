/// Which seats of one event are free, held or sold.
///
/// Every seat is in exactly one of three states: free seats are not taken, held seats are taken but not sold, sold
/// seats are both. A sandbox shares the event's initial map until its first write, which makes a copy.
public struct SeatMap: Sendable, Hashable {
  private var taken: SeatSet
  private var sold: SeatSet
  private var freeByRow: [Int32]

  /// The map of an event before any sandbox has sold a ticket.
  public init(layout: SeatLayout) {
    taken = SeatSet(seatCount: layout.seatCount)
    sold = SeatSet(seatCount: layout.seatCount)
    freeByRow = layout.rows.map { Int32($0.count) }
    for (index, row) in layout.rows.enumerated() {
      for range in row.soldElsewhere {
        for number in range {
          guard let place = row.place(of: number) else { continue }
          let seat = layout.firstSeats[index] + place
          if taken.insert(seat) {
            sold.insert(seat)
            freeByRow[index] -= 1
          }
        }
      }
    }
  }

  /// The map of a sold-out event.
  public init(soldOut layout: SeatLayout) {
    self.init(layout: layout)
    for seat in 0..<layout.seatCount { sellDirectly(seat, layout: layout) }
  }

  /// Whether a seat can be reserved.
  public func isFree(_ seat: Int) -> Bool { !taken.contains(seat) }

  /// Whether a seat has been sold.
  public func isSold(_ seat: Int) -> Bool { sold.contains(seat) }

  /// The first free seat of a range.
  ///
  /// Complexity: O(seats / 64).
  public func firstFree(in seats: Range<Int>) -> Int? { taken.firstAbsent(in: seats) }

  /// The first seat of a range that is held or sold.
  ///
  /// Complexity: O(seats / 64).
  public func firstTaken(in seats: Range<Int>) -> Int? { taken.firstPresent(in: seats) }

  /// How many seats of a run are free.
  public func freeCount(inRow row: Int) -> Int { Int(freeByRow[row]) }

  /// How many seats of an event have been sold.
  ///
  /// Complexity: O(seats / 64).
  public var soldCount: Int { sold.count }

  /// How many seats of a price level are free.
  public func freeCount(atLevel level: Int, layout: SeatLayout) -> Int {
    layout.rowsByLevel[level].reduce(0) { $0 + Int(freeByRow[$1]) }
  }

  /// Whether all seats of a block are free.
  public func isFree(_ block: SeatBlock, layout: SeatLayout) -> Bool {
    block.seats(in: layout).allSatisfy { $0.allSatisfy(isFree) }
  }

  /// Holds the seats of a block, all of them or none.
  ///
  /// - Returns: whether they were all free and are now held.
  public mutating func hold(_ block: SeatBlock, layout: SeatLayout) -> Bool {
    guard isFree(block, layout: layout) else { return false }
    for seats in block.seats(in: layout) {
      for seat in seats { taken.insert(seat) }
    }
    freeByRow[block.row] -= Int32(block.count)
    return true
  }

  /// Frees the held seats of a block; sold seats stay sold.
  public mutating func release(_ block: SeatBlock, layout: SeatLayout) {
    for seats in block.seats(in: layout) {
      for seat in seats where !sold.contains(seat) && taken.remove(seat) { freeByRow[block.row] += 1 }
    }
  }

  /// Turns the held seats of a block into sold ones.
  public mutating func sell(_ block: SeatBlock, layout: SeatLayout) {
    for seats in block.seats(in: layout) {
      for seat in seats where taken.contains(seat) { sold.insert(seat) }
    }
  }

  /// Sells a free seat at once, for orders that exist from the start.
  public mutating func sellDirectly(_ seat: Int, layout: SeatLayout) {
    if taken.insert(seat) { freeByRow[layout.row(ofSeat: seat)] -= 1 }
    sold.insert(seat)
  }

  /// The seats that are in carts.
  public var held: SeatSet { taken.subtracting(sold) }

  /// What is wrong with the map, if anything; used by tests after every step.
  public func inconsistency(layout: SeatLayout) -> String? {
    for row in layout.rows.indices {
      let seats = layout.seats(ofRow: row)
      let free = seats.count - taken.count(in: seats)
      if free != freeCount(inRow: row) { return "row \(row) counts \(freeCount(inRow: row)) free seats, has \(free)" }
    }
    return sold.subtracting(taken).firstPresent(in: 0..<layout.seatCount).map { "seat \($0) is sold and free" }
  }
}
