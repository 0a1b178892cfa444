public import PartnerVocabulary

/// How many requests were answered, by operation and status.
public struct RequestTally: Sendable {
  /// One line of the tally.
  public struct Line: Sendable, Hashable {
    /// The operation; `nil` if none was known.
    public let operation: Operation?
    /// The status that the clients saw; `nil` if no status line was sent.
    public let status: Int?
    /// The number of requests.
    public internal(set) var count: UInt64
  }

  /// The lines, in no particular order.
  public private(set) var lines: [Line] = []

  init() {}

  /// Counts a request.
  ///
  /// Complexity: O(lines), of which a sandbox has a handful.
  package mutating func count(_ operation: Operation?, status: Int?, times: UInt64 = 1) {
    if let place = lines.firstIndex(where: { $0.status == status && $0.operation == operation }) {
      lines[place].count += times
    } else {
      lines.append(Line(operation: operation, status: status, count: times))
    }
  }

  /// Moves a counted request from one status to another.
  mutating func move(_ operation: Operation?, from old: Int?, to new: Int?) {
    guard let place = lines.firstIndex(where: { $0.status == old && $0.operation == operation }) else { return }
    lines[place].count -= 1
    count(operation, status: new)
  }

  /// Adds the counts of another tally.
  package mutating func add(_ other: RequestTally) {
    for line in other.lines { count(line.operation, status: line.status, times: line.count) }
  }
}
