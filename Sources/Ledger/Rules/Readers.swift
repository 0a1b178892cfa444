/// The rules that read an operation, arranged for use with each exchange.
///
/// A class, so that one reference is retained for an exchange and not each list.
final class Readers: Sendable {
  /// A rule that judges an exchange by itself.
  struct Judge: Sendable {
    /// The rule's index in ``Rule/all``.
    let place: Int
    let check: @Sendable (ExchangeFact, inout Notes) -> Void
  }

  /// A rule that judges with a memory.
  struct Memory: Sendable {
    /// The rule's index in ``Rule/all``.
    let place: Int
    /// The index of its memory.
    let slot: Int
  }

  /// The rules that judge the request itself.
  private let ofRequest: [Judge]
  /// The rules that judge the answer, unless it was arranged.
  private let ofAnswer: [Judge]
  private let memories: [Memory]

  /// Finds the rules that read an operation; nil stands for exchanges that reached none.
  init(of operation: LedgerOperation?) {
    var (ofRequest, ofAnswer): ([Judge], [Judge]) = ([], [])
    var memories: [Memory] = []
    for (place, rule) in Rule.all.enumerated() where rule.operations.contains(operation) {
      switch rule.check {
      case .request(let check): ofRequest.append(Judge(place: place, check: check))
      case .answer(let check): ofAnswer.append(Judge(place: place, check: check))
      case .memory:
        guard let slot = Rule.remembering.firstIndex(of: place) else { preconditionFailure("a memory without a place") }
        memories.append(Memory(place: place, slot: slot))
      }
    }
    (self.ofRequest, self.ofAnswer, self.memories) = (ofRequest, ofAnswer, memories)
  }

  /// Lets the rules read an exchange.
  ///
  /// By index, because iterating would retain each list and each rule.
  func read(_ exchange: ExchangeFact, with kept: inout [any Checker], _ notes: inout Notes) {
    for index in ofRequest.indices {
      notes.turn(to: ofRequest[index].place)
      ofRequest[index].check(exchange, &notes)
    }
    if !exchange.isArranged {
      for index in ofAnswer.indices {
        notes.turn(to: ofAnswer[index].place)
        ofAnswer[index].check(exchange, &notes)
      }
    }
    kept.withUnsafeMutableBufferPointer { kept in
      for index in memories.indices {
        notes.turn(to: memories[index].place)
        kept[memories[index].slot].read(exchange, &notes)
      }
    }
  }
}
