import EventCatalogue
import Testing

@Suite struct SeatSetTests {
  /// Seats that are in a set of 200: none, some at the edges of words, and all.
  @Test(arguments: [[], [0], [63, 64], [127], [128, 199], [5, 70, 71, 72, 130], Array(0..<200)])
  func seatsOfARangeAreFoundAndCounted(seats: [Int]) {
    var set = SeatSet(seatCount: 200)
    for seat in seats { set.insert(seat) }
    for start in [0, 1, 62, 63, 64, 65, 127, 128, 150, 199, 200] {
      for end in [start, start + 1, 63, 64, 65, 128, 129, 200] where start <= end && end <= 200 {
        #expect(set.firstPresent(in: start..<end) == (start..<end).first { seats.contains($0) }, "\(start)..<\(end)")
        #expect(set.firstAbsent(in: start..<end) == (start..<end).first { !seats.contains($0) }, "\(start)..<\(end)")
        #expect(set.count(in: start..<end) == (start..<end).count { seats.contains($0) }, "\(start)..<\(end)")
      }
    }
  }

  @Test func whatAnotherSetHasIsTakenAway() {
    var (set, other) = (SeatSet(seatCount: 200), SeatSet(seatCount: 200))
    for seat in [0, 63, 64, 128, 199] { set.insert(seat) }
    for seat in [1, 63, 128] { other.insert(seat) }
    let rest = set.subtracting(other)
    #expect((0..<200).filter(rest.contains) == [0, 64, 199])
    #expect(set.subtracting(set).count == 0)
  }
}
