import EventCatalogue

/// The numbers of tickets of a price level that one cart can hold, given the current state of its seats.
enum SellableQuantities {
  /// The largest quantity listed if the event has no limit.
  static let most = 40

  /// The quantities in ascending order: within the limit, side by side in one run of free seats and, if the event does
  /// not allow a single seat to be left over, leaving none or at least two.
  ///
  /// - Complexity: O(seats), or less, because the search stops once all quantities have been found.
  static func list(_ runs: [Int], seating: SeatRow.Seating, of event: Event, map: SeatMap) -> [Int] {
    let limit = event.description.ticketLimit
    let bound = limit == 0 ? most : limit
    if seating == .general {
      let free = runs.reduce(0) { $0 + map.freeCount(inRow: $1) }
      return free == 0 ? [] : Array(1...min(bound, free))
    }
    var isSellable = [Bool](repeating: false, count: bound + 1)
    var missing = bound
    for run in runs where missing > 0 {
      for length in lengths(ofFreeSeatsIn: run, of: event, map: map) {
        for quantity in 1...min(bound, length) where !isSellable[quantity] {
          if event.description.restrictsSingles, length - quantity == 1 { continue }
          isSellable[quantity] = true
          missing -= 1
        }
      }
    }
    return isSellable.indices.filter { isSellable[$0] }
  }

  /// The length of each stretch of adjacent free seats in a run.
  private static func lengths(ofFreeSeatsIn run: Int, of event: Event, map: SeatMap) -> [Int] {
    let count = event.layout.rows[run].count
    if map.freeCount(inRow: run) == count { return [count] }
    var lengths: [Int] = []
    var length = 0
    let first = event.layout.firstSeats[run]
    for seat in first..<(first + count) {
      if map.isFree(seat) {
        length += 1
      } else if length > 0 {
        lengths.append(length)
        length = 0
      }
    }
    if length > 0 { lengths.append(length) }
    return lengths
  }
}
