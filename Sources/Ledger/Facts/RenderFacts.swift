/// The tickets of a Secure Render request, in order.
///
/// The first two are stored inline, because few requests have more.
public struct RenderFacts: Sendable, MutableCollection, RandomAccessCollection {
  private var first = RenderFact(barcode: 0, result: .unknown)
  private var second = RenderFact(barcode: 0, result: .unknown)
  private var rest: [RenderFact] = []
  /// The number of tickets.
  public private(set) var count = 0

  /// Makes an empty list.
  public init() {}

  /// Makes a list of the facts of a sequence.
  public init(_ facts: some Sequence<RenderFact>) {
    for fact in facts { append(fact) }
  }

  /// Adds the facts about the next ticket.
  public mutating func append(_ fact: RenderFact) {
    count += 1
    switch count {
    case 1: first = fact
    case 2: second = fact
    default: rest.append(fact)
    }
  }

  /// Whether a ticket satisfies a condition; without an iterator, which would be a copy.
  public func contains(where condition: (RenderFact) throws -> Bool) rethrows -> Bool {
    for place in 0..<count where try condition(self[place]) { return true }
    return false
  }

  /// 0.
  public var startIndex: Int { 0 }
  /// The number of tickets.
  public var endIndex: Int { count }

  /// The facts about the ticket at an index.
  public subscript(place: Int) -> RenderFact {
    get {
      precondition(place >= 0 && place < count, "no such ticket")
      return place == 0 ? first : place == 1 ? second : rest[place - 2]
    }
    set {
      precondition(place >= 0 && place < count, "no such ticket")
      switch place {
      case 0: first = newValue
      case 1: second = newValue
      default: rest[place - 2] = newValue
      }
    }
  }
}
