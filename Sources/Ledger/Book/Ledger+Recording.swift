public import Determinism

extension Ledger {
  /// Reads an exchange.
  public mutating func record(_ exchange: ExchangeFact) {
    begin()
    count(exchange)
    let readers = Rule.readers[exchange.operation.map { Int($0.rawValue) } ?? LedgerOperation.count]
    // One for all, so that each rule costs little more than its check.
    var notes = Notes(request: exchange.number, time: exchange.time)
    for judge in readers.judges where !(judge.isOfAnswer && exchange.isArranged) {
      notes.turn(isWaived: exchange.waives.contains(judge.place))
      judge.check(exchange, &notes)
      if notes.isExercised { take(notes, of: judge.place) }
    }
    for memory in readers.memories {
      notes.turn(isWaived: exchange.waives.contains(memory.place))
      memories[memory.slot].read(exchange, &notes)
      if notes.isExercised { take(notes, of: memory.place) }
    }
  }

  /// Reads something that happened outside an exchange, at the given time of the sandbox.
  public mutating func record(_ fact: StateFact, at time: Instant) {
    begin()
    if case .admitted = fact { count(.admission, request: 0) }
    for (slot, place) in Rule.remembering.enumerated() {
      var notes = Notes(time: time)
      memories[slot].read(fact, &notes)
      if notes.isExercised { take(notes, of: place) }
    }
  }

  /// Notes what is broken if nothing more happens.
  mutating func close(at now: Instant) {
    for (slot, memory) in memories.enumerated() {
      var notes = Notes(time: now)
      memory.close(at: now, &notes)
      let place = Rule.remembering[slot]
      if notes.isExercised { take(notes, of: place) }
    }
  }

  private mutating func begin() {
    if !memories.isEmpty { return }
    memories = Self.freshMemories
  }

  static var freshMemories: [any Checker] {
    Rule.remembering.map { place in
      guard case .memory(let make) = Rule.all[place].check else { preconditionFailure("a rule without a memory") }
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

  private mutating func take(_ notes: Notes, of place: Int) {
    exercised.insert(place)
    if notes.isTelling { keep(notes, of: place) }
  }

  private mutating func keep(_ notes: Notes, of place: Int) {
    for outcome in notes.outcomes { lostCommits.add(outcome) }
    for breach in notes.breaches {
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
