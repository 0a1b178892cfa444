/// The tickets of a Secure Render request, in order.
///
/// The first two are stored inline, because few requests have more.
public struct RenderFacts: Sendable, MutableCollection, RandomAccessCollection {
  private var first = RenderFact(barcode: 0, result: .unknown)
  private var second = RenderFact(barcode: 0, result: .unknown)
  private var rest: [RenderFact] = []
  /// The number of tickets.
  public private(set) var count = 0
  // The outcomes that there are, so that a rule need not look for one among the tickets.
  private(set) var outcomes: RenderFact.Outcomes = []

  /// Makes an empty list.
  public init() {}

  /// Makes a list of the facts of a sequence.
  public init(_ facts: some Sequence<RenderFact>) {
    for fact in facts { append(fact) }
  }

  /// Adds the facts about the next ticket.
  public mutating func append(_ fact: RenderFact) {
    count += 1
    outcomes.formUnion(fact.result.outcome)
    switch count {
    case 1: first = fact
    case 2: second = fact
    default: rest.append(fact)
    }
  }

  /// Whether a ticket has an outcome, of any field or time.
  @inline(__always)
  func include(_ outcome: RenderFact.Outcomes) -> Bool { !outcomes.isDisjoint(with: outcome) }

  /// The missing field of the first incomplete ticket.
  var missingField: RenderFact.Field? {
    guard include(.incomplete) else { return nil }
    return lazy.compactMap { if case .incomplete(let field) = $0.result { field } else { nil } }.first
  }

  /// Passes each ticket to the closure; without an iterator, which would be a copy.
  public func forEach(_ body: (RenderFact) throws -> Void) rethrows {
    if count > 0 { try body(first) }
    if count > 1 { try body(second) }
    if count > 2 { try rest.forEach(body) }
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
      outcomes = []
      forEach { outcomes.formUnion($0.result.outcome) }
    }
  }
}
