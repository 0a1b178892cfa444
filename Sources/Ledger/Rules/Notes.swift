import Determinism

/// What the rules have to say about one fact, one rule after the other.
struct Notes: Sendable {
  /// One breach of a rule.
  struct Breach: Sendable {
    /// The index of the rule in ``Rule/all``.
    var place: Int
    /// What was received, in one sentence.
    var text: String
    /// The request that it is about; 0 if there is none.
    var request: UInt64
    var time: Instant
    /// A severity lighter than the rule's own, if one applies.
    var severity: Report.Severity?
    /// Whether that request asked for the rule to be waived.
    var isWaived: Bool
  }

  /// The request being read; 0 if there is none.
  let request: UInt64
  /// The time of the fact.
  let time: Instant
  // The rules that it asks to waive.
  private let waives: RuleSet
  // The rule whose turn it is.
  private var place = 0
  /// The rules that had something to judge.
  private(set) var exercised = RuleSet()
  private(set) var breaches: [Breach] = []
  /// What became of commits whose answer was lost.
  private(set) var outcomes: [(request: UInt64, outcome: Report.LostCommit.Outcome)] = []

  init(request: UInt64 = 0, time: Instant, waives: RuleSet = RuleSet()) {
    self.request = request
    self.time = time
    self.waives = waives
  }

  /// Gives the turn to a rule, by its index in ``Rule/all``: what follows is what that rule says.
  mutating func turn(to place: Int) { self.place = place }

  /// Whether the request asks for the rule to be waived.
  var isWaived: Bool { waives.contains(place) }

  /// Whether there was more than something to judge that was in order.
  var isTelling: Bool { !breaches.isEmpty || !outcomes.isEmpty }

  /// Notes that there was something to judge, and that it was in order so far.
  mutating func seen() { exercised.insert(place) }

  /// Notes the same for other rules.
  mutating func seen(_ rules: RuleSet) { exercised.formUnion(rules) }

  /// Notes that the request being read broke the rule.
  mutating func broken(_ text: String, severity: Report.Severity? = nil) {
    broken(text, by: request, at: time, severity: severity, isWaived: isWaived)
  }

  /// Notes that an earlier request broke the rule.
  mutating func broken(
    _ text: String, by request: UInt64, at time: Instant, severity: Report.Severity? = nil, isWaived: Bool = false
  ) {
    seen()
    breaches.append(
      Breach(place: place, text: text, request: request, time: time, severity: severity, isWaived: isWaived))
  }

  /// Notes the outcome of a commit whose answer was lost.
  mutating func ended(_ outcome: Report.LostCommit.Outcome, commit: UInt64) {
    seen()
    outcomes.append((commit, outcome))
  }
}
