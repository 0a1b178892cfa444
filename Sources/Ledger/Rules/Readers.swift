/// The rules that read an operation, arranged for use with each exchange.
///
/// A class, so that one reference is retained for an exchange and not each list.
final class Readers: Sendable {
  /// Rules that judge an exchange by itself.
  private struct Judges: Sendable {
    /// The rules' indices in ``Rule/all``.
    private var places: [Int] = []
    private var judgements: [Judgement] = []
    /// All faults that one of them has something to say about, so that most exchanges are done with at once.
    private var faults: ExchangeTraits = []
    /// Which rules have something to judge if an exchange has some of the traits.
    private var exercised: [(traits: ExchangeTraits, rules: RuleSet)] = []

    mutating func append(_ judgement: Judgement, at place: Int) {
      places.append(place)
      judgements.append(judgement)
      faults.formUnion(judgement.faults)
      guard judgement.notesSubject else { return }
      let known = exercised.firstIndex { $0.traits == judgement.subjects } ?? exercised.count
      if known == exercised.count { exercised.append((judgement.subjects, RuleSet())) }
      exercised[known].rules.insert(place)
    }

    /// By index, because iterating would retain each list and each rule.
    @inline(__always)
    func read(_ exchange: ExchangeFact, _ traits: ExchangeTraits, _ notes: inout Notes) {
      for index in exercised.indices where !traits.isDisjoint(with: exercised[index].traits) {
        notes.seen(exercised[index].rules)
      }
      if traits.isDisjoint(with: faults) { return }
      for index in judgements.indices
      where !traits.isDisjoint(with: judgements[index].subjects) && !traits.isDisjoint(with: judgements[index].faults) {
        notes.turn(to: places[index])
        judgements[index].closure(exchange, &notes)
      }
    }
  }

  /// A rule that judges with a memory.
  struct Memory: Sendable {
    /// The rule's index in ``Rule/all``.
    let place: Int
    /// The index of its memory.
    let slot: Int
    /// It reads exchanges with some of these.
    let traits: ExchangeTraits
  }

  /// The rules that judge the request itself.
  private let ofRequest: Judges
  /// The rules that judge the answer, unless it was arranged.
  private let ofAnswer: Judges
  private let memories: [Memory]

  /// Finds the rules that read an operation; nil stands for exchanges that reached none.
  init(of operation: LedgerOperation?) {
    var (ofRequest, ofAnswer) = (Judges(), Judges())
    var memories: [Memory] = []
    for (place, rule) in Rule.all.enumerated() where rule.operations.contains(operation) {
      switch rule.check {
      case .ofRequest(let judgement): ofRequest.append(judgement, at: place)
      case .ofAnswer(let judgement): ofAnswer.append(judgement, at: place)
      case .ofMemory(let traits, _):
        guard let slot = Rule.remembering.firstIndex(of: place) else { preconditionFailure("a memory without a place") }
        memories.append(Memory(place: place, slot: slot, traits: traits))
      }
    }
    (self.ofRequest, self.ofAnswer, self.memories) = (ofRequest, ofAnswer, memories)
  }

  /// Lets the rules read an exchange.
  func read(_ exchange: ExchangeFact, with kept: inout [any Checker], _ notes: inout Notes) {
    let traits = exchange.traits
    ofRequest.read(exchange, traits, &notes)
    if !exchange.isArranged { ofAnswer.read(exchange, traits, &notes) }
    kept.withUnsafeMutableBufferPointer { kept in
      for index in memories.indices where !traits.isDisjoint(with: memories[index].traits) {
        notes.turn(to: memories[index].place)
        kept[memories[index].slot].read(exchange, &notes)
      }
    }
  }
}
