public import Determinism

extension Ledger {
  /// Reads an exchange.
  public mutating func record(_ exchange: ExchangeFact) {
    begin()
    count(exchange)
    var notes = Notes(request: exchange.number, time: exchange.time, waives: exchange.waives)
    let operation = exchange.operation.map { Int($0.rawValue) } ?? LedgerOperation.count
    Rule.readers[operation].read(exchange, with: &memories, &notes)
    take(notes)
  }

  /// Reads something that happened outside an exchange, at the given time of the sandbox.
  public mutating func record(_ fact: StateFact, at time: Instant) {
    begin()
    if case .admitted = fact { count(.admission, request: 0) }
    var notes = Notes(time: time)
    for (slot, place) in Rule.remembering.enumerated() {
      notes.turn(to: place)
      memories[slot].read(fact, &notes)
    }
    take(notes)
  }

  /// Notes what is broken if nothing more happens.
  mutating func close(at now: Instant) {
    var notes = Notes(time: now)
    for (slot, memory) in memories.enumerated() {
      notes.turn(to: Rule.remembering[slot])
      memory.close(at: now, &notes)
    }
    take(notes)
  }

  private mutating func begin() {
    if !memories.isEmpty { return }
    memories = Self.freshMemories
  }

  static var freshMemories: [any Checker] {
    Rule.remembering.map { place in
      guard case .ofMemory(_, let make) = Rule.all[place].check else { preconditionFailure("a rule without a memory") }
      return make()
    }
  }

  private mutating func count(_ exchange: ExchangeFact) {
    calls += 1
    if exchange.status == 401 { unauthorized += 1 }
    guard let step = Step.of(exchange) else { return }
    count(step, request: exchange.number)
    guard step == .commit, !hasSeveralEvents, let event = exchange.event.map(folded) else { return }
    if firstEvent == 0 { firstEvent = event } else if firstEvent != event { hasSeveralEvents = true }
  }

  private mutating func count(_ step: Step, request: UInt64) {
    if steps.isEmpty { steps = Array(repeating: StepCount(), count: Step.allCases.count) }
    let place = Int(step.rawValue)
    steps[place].count += 1
    if steps[place].first == 0 { steps[place].first = request }
  }

  private mutating func take(_ notes: borrowing Notes) {
    exercised.formUnion(notes.exercised)
    if notes.isTelling { keep(notes.breaches, notes.outcomes) }
  }

  private mutating func keep(
    _ breaches: [Notes.Breach], _ outcomes: [(request: UInt64, outcome: Report.LostCommit.Outcome)]
  ) {
    for outcome in outcomes { lostCommits.add(outcome) }
    for breach in breaches {
      let place = breach.place
      let remark = Tally.Remark(
        text: breach.text, request: breach.request, time: breach.time, severity: breach.severity,
        waived: breach.isWaived ? Self.headerReason : reason(for: place))
      if let known = tallies.firstIndex(where: { $0.place == place }) {
        tallies[known].tally.add(remark)
      } else {
        var tally = Tally()
        tally.add(remark)
        tallies.append((place, tally))
      }
    }
  }

  /// The reason why a rule is waived, if it is; asking marks the waiver as used.
  private mutating func reason(for place: Int) -> String? {
    guard let waiver = waivers.firstIndex(where: { $0.waiver.place == place }) else { return nil }
    if !waivers[waiver].isUsed { waivers[waiver].isUsed = true }
    return waivers[waiver].waiver.reason
  }
}

extension LedgerOperation {
  /// The number of operations.
  static let count = allCases.count
}
