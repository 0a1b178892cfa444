/// The rows of an event, with their seats laid end to end so that each seat is identified by one whole number.
public struct SeatLayout: Sendable {
  /// Names a row of the house; several ``SeatRow`` runs may share it.
  public struct RowName: Sendable, Hashable {
    /// The section.
    public var section: String
    /// The row.
    public var row: String

    /// Makes a row name.
    public init(section: String, row: String) {
      self.section = section
      self.row = row
    }
  }

  /// The runs in catalogue order.
  public let rows: [SeatRow]
  /// The first seat of each run, followed by the total number of seats.
  public let firstSeats: [Int]
  /// Per run: whether its row has both odd and even numbers (a property of the whole row).
  public let hasEvenOddMix: [Bool]
  /// The runs of each price level, in catalogue order.
  public let rowsByLevel: [[Int]]
  private let rowsByName: [RowName: [Int]]

  /// Lays out the rows.
  public init(rows: [SeatRow], priceLevelCount: Int) {
    self.rows = rows
    var firstSeats: [Int] = []
    var next = 0
    var rowsByName = [RowName: [Int]](minimumCapacity: rows.count)
    var rowsByLevel: [[Int]] = Array(repeating: [], count: priceLevelCount)
    for (index, row) in rows.enumerated() {
      firstSeats.append(next)
      next += row.count
      rowsByName[RowName(section: row.section, row: row.row), default: []].append(index)
      rowsByLevel[row.priceLevel].append(index)
    }
    firstSeats.append(next)
    var mixes = Array(repeating: false, count: rows.count)
    for runs in rowsByName.values {
      let odd = runs.contains { rows[$0].count > 1 && rows[$0].step == 1 || rows[$0].first % 2 == 1 }
      let even = runs.contains { rows[$0].count > 1 && rows[$0].step == 1 || rows[$0].first % 2 == 0 }
      for run in runs { mixes[run] = odd && even }
    }
    self.firstSeats = firstSeats
    self.rowsByName = rowsByName
    self.rowsByLevel = rowsByLevel
    hasEvenOddMix = mixes
  }

  /// How many seats the event has.
  public var seatCount: Int { firstSeats[rows.count] }

  /// The seats of a run.
  public func seats(ofRow row: Int) -> Range<Int> { firstSeats[row]..<firstSeats[row + 1] }

  /// The runs of a named row.
  public func rows(named name: RowName) -> [Int] { rowsByName[name] ?? [] }

  /// The run that a seat belongs to.
  ///
  /// Complexity: O(log runs).
  public func row(ofSeat seat: Int) -> Int {
    var low = 0
    var high = rows.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if firstSeats[middle] <= seat { low = middle } else { high = middle }
    }
    return low
  }

  /// The number printed on a seat.
  public func number(ofSeat seat: Int) -> Int {
    let row = row(ofSeat: seat)
    return rows[row].seatNumber(at: seat - firstSeats[row])
  }

  /// Finds a seat by the section, row and number printed on a ticket.
  public func seat(section: String, row: String, number: Int) -> Int? {
    for run in rows(named: RowName(section: section, row: row)) {
      if let place = rows[run].place(of: number) { return firstSeats[run] + place }
    }
    return nil
  }
}
