import JSONText

/// The parts of one kind, such as price levels, by the ids that fixtures give them.
struct KnownIDs<ID: Hashable> {
  private var places: [ID: Int] = [:]
  /// Whether all ids could be read; if not, an id that is not known may still be right, and is not refused.
  private(set) var isComplete = true

  /// Notes that at least one id could not be read.
  mutating func missOne() { isComplete = false }

  /// Adds an id; one that occurs twice is a fault.
  mutating func add(_ id: ID?, from value: JSONValue?, at place: Int, _ faults: inout JSONFaults) {
    guard let id, let value else { return missOne() }
    guard places.updateValue(place, forKey: id) == nil else {
      return faults.note(value.unfit("an id that does not occur before"))
    }
  }

  /// The place of a part; `nil` if there is none, which is a fault unless an id could not be read.
  func place(
    of id: ID?, from value: JSONValue, _ faults: inout JSONFaults, expected: @autoclosure () -> String
  ) -> Int? {
    if let id, let place = places[id] { return place }
    if id == nil || isComplete { faults.note(value.unfit(expected())) }
    return nil
  }
}
