/// The rules that read an operation, arranged for use with each exchange.
struct Readers: Sendable {
  /// A rule that judges an exchange by itself.
  struct Judge: Sendable {
    /// The rule's index in ``Rule/all``.
    let place: Int
    /// Whether it judges the answer; if so, it skips arranged answers.
    let isOfAnswer: Bool
    let check: @Sendable (ExchangeFact, inout Notes) -> Void
  }

  /// A rule that judges with a memory.
  struct Memory: Sendable {
    /// The rule's index in ``Rule/all``.
    let place: Int
    /// The index of its memory.
    let slot: Int
  }

  private(set) var judges: [Judge] = []
  private(set) var memories: [Memory] = []

  /// Finds the rules that read an operation; nil stands for exchanges that reached none.
  init(of operation: LedgerOperation?) {
    for (place, rule) in Rule.all.enumerated() where rule.operations.contains(operation) {
      switch rule.check {
      case .request(let check): judges.append(Judge(place: place, isOfAnswer: false, check: check))
      case .answer(let check): judges.append(Judge(place: place, isOfAnswer: true, check: check))
      case .memory:
        guard let slot = Rule.remembering.firstIndex(of: place) else { preconditionFailure("a memory without a place") }
        memories.append(Memory(place: place, slot: slot))
      }
    }
  }
}
