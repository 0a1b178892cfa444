/// The rules that read an operation, arranged for use with each exchange.
struct Readers: Sendable {
  /// A rule that judges an exchange by itself.
  struct Judge: Sendable {
    /// The rule's index in ``Rule/all``.
    let place: Int
    let check: @Sendable (ExchangeFact, inout Notes) -> Void

    /// Lets the rule judge an exchange.
    func read(_ exchange: ExchangeFact, _ notes: inout Notes) {
      notes.turn(to: place)
      check(exchange, &notes)
    }
  }

  /// A rule that judges with a memory.
  struct Memory: Sendable {
    /// The rule's index in ``Rule/all``.
    let place: Int
    /// The index of its memory.
    let slot: Int
  }

  /// The rules that judge the request itself.
  private(set) var ofRequest: [Judge] = []
  /// The rules that judge the answer, unless it was arranged.
  private(set) var ofAnswer: [Judge] = []
  private(set) var memories: [Memory] = []

  /// Finds the rules that read an operation; nil stands for exchanges that reached none.
  init(of operation: LedgerOperation?) {
    for (place, rule) in Rule.all.enumerated() where rule.operations.contains(operation) {
      switch rule.check {
      case .request(let check): ofRequest.append(Judge(place: place, check: check))
      case .answer(let check): ofAnswer.append(Judge(place: place, check: check))
      case .memory:
        guard let slot = Rule.remembering.firstIndex(of: place) else { preconditionFailure("a memory without a place") }
        memories.append(Memory(place: place, slot: slot))
      }
    }
  }
}
