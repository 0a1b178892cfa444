import Determinism

/// Fires rules and counts calls and draws.
struct RuleCounting: Sendable, Hashable {
  var counters: [RuleKey: RuleCounters] = [:]

  /// Whether a rule fires for a request, and with what.
  ///
  /// A call counts if every condition apart from the call window is met, including the draw: if a rule does not match
  /// or loses its draw, its count stays the same.
  mutating func fire(_ rule: Rule, _ key: RuleKey, _ facts: some RequestFacts, seed: UInt64) -> Firing? {
    let condition = rule.condition
    guard condition.holds(for: facts) else { return nil }
    guard rule.isCounted else { return firing(rule, key, delay: rule.delay?.fixedDuration) }
    var counter = counters[key] ?? RuleCounters()
    if condition.calls?.isOver(after: counter.calls) == true { return nil }
    defer { counters[key] = counter }
    let scenario = SeededSource.fold(key.scenario)
    let name = SeededSource.fold(key.rule)
    if condition.probability < 1 {
      counter.draws += 1
      var source = SeededSource(seed: seed, purpose: .ruleDraw, scenario, name, counter.draws)
      guard source.uniform() < condition.probability else { return nil }
    }
    counter.calls += 1
    guard condition.calls?.contains(counter.calls) ?? true else { return nil }
    var source = SeededSource(seed: seed, purpose: .ruleDelay, scenario, name, counter.calls)
    return firing(rule, key, delay: rule.delay?.sampled(using: &source))
  }

  mutating func forget(_ isForgotten: (RuleKey) -> Bool) {
    guard !counters.isEmpty else { return }
    counters = counters.filter { !isForgotten($0.key) }
  }

  private func firing(_ rule: Rule, _ key: RuleKey, delay: Duration?) -> Firing {
    Firing(
      key: key, outcome: rule.outcome, delay: delay, delayMoment: rule.delay?.moment ?? .before, clock: rule.clock)
  }
}

extension SeededSource.Purpose {
  /// Draws for rules with a probability, by scenario, rule and draw.
  fileprivate static let ruleDraw = Self("scenario rule draw")
  /// The lengths of rules' delays, by scenario, rule and call.
  fileprivate static let ruleDelay = Self("scenario rule delay")
}
