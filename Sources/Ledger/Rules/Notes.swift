import Determinism

/// What the rules have to say about one fact, one rule after the other.
struct Notes: Sendable {
  /// One breach of a rule.
  struct Breach: Sendable {
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
  /// Whether that request asks for the rule to be waived.
  private(set) var isWaived: Bool
  /// Whether there was something to judge.
  private(set) var isExercised = false
  /// Whether there is more to take than that.
  private(set) var isTelling = false
  private(set) var breaches: [Breach] = []
  /// What became of commits whose answer was lost.
  private(set) var outcomes: [(request: UInt64, outcome: Report.LostCommit.Outcome)] = []

  init(request: UInt64 = 0, time: Instant, isWaived: Bool = false) {
    self.request = request
    self.time = time
    self.isWaived = isWaived
  }

  /// Starts with the next rule.
  mutating func turn(isWaived: Bool) {
    self.isWaived = isWaived
    isExercised = false
    guard isTelling else { return }
    isTelling = false
    breaches = []
    outcomes = []
  }

  /// Notes that there was something to judge, and that it was in order so far.
  mutating func seen() { isExercised = true }

  /// Notes that the request being read broke the rule.
  mutating func broken(_ text: String, severity: Report.Severity? = nil) {
    broken(text, by: request, at: time, severity: severity, isWaived: isWaived)
  }

  /// Notes that an earlier request broke the rule.
  mutating func broken(
    _ text: String, by request: UInt64, at time: Instant, severity: Report.Severity? = nil, isWaived: Bool = false
  ) {
    (isExercised, isTelling) = (true, true)
    breaches.append(Breach(text: text, request: request, time: time, severity: severity, isWaived: isWaived))
  }

  /// Notes the outcome of a commit whose answer was lost.
  mutating func ended(_ outcome: Report.LostCommit.Outcome, commit: UInt64) {
    (isExercised, isTelling) = (true, true)
    outcomes.append((commit, outcome))
  }
}
