/// The rules that read an operation, in the order in which they do.
struct Readers: Sendable {
  /// How a rule reads; `place` is the rule's index in ``Rule/all``.
  enum Reader: Sendable {
    /// It judges the request by itself.
    case request(place: Int, @Sendable (ExchangeFact, inout Notes) -> Void)
    /// It judges the answer by itself, unless it was arranged.
    case answer(place: Int, @Sendable (ExchangeFact, inout Notes) -> Void)
    /// It judges with a memory, which has this index.
    case memory(place: Int, slot: Int)
  }

  /// One list, so that a rule costs little more than its check.
  private(set) var all: [Reader] = []

  /// Finds the rules that read an operation; nil stands for exchanges that reached none.
  init(of operation: LedgerOperation?) {
    for (place, rule) in Rule.all.enumerated() where rule.operations.contains(operation) {
      switch rule.check {
      case .request(let check): all.append(.request(place: place, check))
      case .answer(let check): all.append(.answer(place: place, check))
      case .memory:
        guard let slot = Rule.remembering.firstIndex(of: place) else { preconditionFailure("a memory without a place") }
        all.append(.memory(place: place, slot: slot))
      }
    }
  }
}
