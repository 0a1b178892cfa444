/// One reserved seat.
struct Seat: Hashable, Sendable, Comparable {
  let section: String
  let row: String
  let number: Int

  static func < (first: Seat, second: Seat) -> Bool {
    (first.section, first.row, first.number) < (second.section, second.row, second.number)
  }
}
