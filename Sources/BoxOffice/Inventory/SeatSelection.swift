import EventCatalogue

/// Chooses seats for a reserve: exact ones, those of a range, or the best available.
///
/// A pure function of the layout and the map. Best available means: at the best price level requested, contiguous (odd
/// and even rows count by twos), in the first row in catalogue order, and without stranding a single seat, which is
/// never done where the event restricts singles, and elsewhere only if nothing else is free.
struct SeatSelection {
  let layout: SeatLayout
  var map: SeatMap
  let restrictsSingles: Bool

  /// Which runs may be used.
  struct Filter {
    /// Price levels in order of preference.
    var levels: [Int]
    /// Places in ``Event/Description/areas``; `nil`: anywhere.
    var areas: Set<Int>?
    /// Only this section.
    var section: String?
    /// Only this row.
    var row: String?
    /// Only these seat numbers.
    var numbers: ClosedRange<Int>?
  }

  /// The best block of `count` seats together that satisfies a filter.
  func best(_ count: Int, filter: Filter) -> SeatBlock? {
    for level in filter.levels {
      if let block = search(count, level: level, filter: filter, mayStrand: false) { return block }
      if !restrictsSingles, let block = search(count, level: level, filter: filter, mayStrand: true) { return block }
    }
    return nil
  }

  /// The largest possible blocks, `count` seats in total at most, for requests that may be split over areas.
  ///
  /// An area that has nothing left is not searched again, however often it is named.
  ///
  /// - Parameters:
  ///   - areas: places in ``Event/Description/areas``, each for one block.
  ///   - filter: the filter for a place.
  func split(_ count: Int, areas: [Int], filter: (Int) -> Filter) -> [SeatBlock]? {
    var blocks: [SeatBlock] = []
    var left = count
    var rest = self
    var exhausted: Set<Int> = []
    for area in areas where !exhausted.contains(area) {
      guard let block = rest.largest(left, filter: filter(area)), rest.map.hold(block, layout: layout) else {
        exhausted.insert(area)
        continue
      }
      blocks.append(block)
      left -= block.count
      if left == 0 { return blocks }
    }
    return nil
  }

  /// The largest block of at most `count` seats.
  private func largest(_ count: Int, filter: Filter) -> SeatBlock? {
    let rows = filter.levels.flatMap { layout.rowsByLevel[$0] }
    // No block is larger than what is free in a row.
    let most = rows.lazy.map { map.freeCount(inRow: $0) }.max() ?? 0
    for size in stride(from: min(count, most), to: 0, by: -1) {
      if let block = best(size, filter: filter) { return block }
    }
    return nil
  }

  private func search(_ count: Int, level: Int, filter: Filter, mayStrand: Bool) -> SeatBlock? {
    for index in layout.rowsByLevel[level] where map.freeCount(inRow: index) >= count {
      let row = layout.rows[index]
      if let areas = filter.areas, areas.isDisjoint(with: row.areas) { continue }
      if let section = filter.section, section != row.section { continue }
      if let name = filter.row, name != row.row { continue }
      let block =
        row.seating == .general
        ? general(count, row: index)
        : run(of: count, row: index, numbers: filter.numbers, mayStrand: mayStrand)
      if let block { return block }
    }
    return nil
  }

  /// The first free places of a general admission area, contiguous or not.
  private func general(_ count: Int, row: Int) -> SeatBlock? {
    let seats = layout.seats(ofRow: row)
    var ranges: [Range<Int>] = []
    var next = seats.lowerBound
    for _ in 0..<count {
      guard let seat = map.firstFree(in: next..<seats.upperBound) else { return nil }
      let place = seat - seats.lowerBound
      if let last = ranges.last, last.upperBound == place {
        ranges[ranges.count - 1] = last.lowerBound..<(place + 1)
      } else {
        ranges.append(place..<(place + 1))
      }
      next = seat + 1
    }
    return SeatBlock(row: row, ranges: ranges)
  }

  private func run(of count: Int, row: Int, numbers: ClosedRange<Int>?, mayStrand: Bool) -> SeatBlock? {
    let seats = layout.seats(ofRow: row)
    var next = seats.lowerBound
    while let free = map.firstFree(in: next..<seats.upperBound) {
      next = map.firstTaken(in: free..<seats.upperBound) ?? seats.upperBound
      let (start, end) = (free - seats.lowerBound, next - seats.lowerBound)
      if end - start >= count {
        for place in start...(end - count) {
          if !mayStrand, place - start == 1 || end - place - count == 1 { continue }
          if let numbers {
            let run = layout.rows[row]
            guard numbers.contains(run.seatNumber(at: place)),
              numbers.contains(run.seatNumber(at: place + count - 1))
            else { continue }
          }
          return SeatBlock(row: row, places: place..<(place + count))
        }
      }
    }
    return nil
  }

  /// Exactly the named seats as contiguous blocks, in layout order.
  ///
  /// - Returns: `nil` if one of them is not free or, where singles are restricted, a single seat would be stranded.
  func exact(_ seats: [Int]) -> [SeatBlock]? {
    var blocks: [SeatBlock] = []
    for seat in seats.sorted() {
      guard map.isFree(seat) else { return nil }
      let row = layout.row(ofSeat: seat)
      let place = seat - layout.firstSeats[row]
      if let last = blocks.last, last.row == row, last.lastPlace + 1 == place {
        blocks[blocks.count - 1] = SeatBlock(row: row, places: last.firstPlace..<(place + 1))
      } else {
        blocks.append(SeatBlock(row: row, places: place..<(place + 1)))
      }
    }
    if restrictsSingles, strandsSingle(Set(seats), rows: Set(blocks.map(\.row))) { return nil }
    return blocks
  }

  private func strandsSingle(_ chosen: Set<Int>, rows: Set<Int>) -> Bool {
    for row in rows where layout.rows[row].seating == .reserved {
      let seats = layout.seats(ofRow: row)
      for seat in seats where map.isFree(seat) && !chosen.contains(seat) {
        let leftTaken = seat == seats.lowerBound || !map.isFree(seat - 1) || chosen.contains(seat - 1)
        let rightTaken = seat == seats.upperBound - 1 || !map.isFree(seat + 1) || chosen.contains(seat + 1)
        let touchesChoice =
          chosen.contains(seat - 1) && seat > seats.lowerBound
          || chosen.contains(seat + 1) && seat < seats.upperBound - 1
        if leftTaken && rightTaken && touchesChoice { return true }
      }
    }
    return false
  }
}
