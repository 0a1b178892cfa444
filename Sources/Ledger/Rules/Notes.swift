import Determinism

/// What one rule says of one fact.
struct Notes: Sendable {
  /// One time that a rule was broken.
  struct Breach: Sendable {
    /// What was received, in a sentence.
    var text: String
    /// The request that it is about; 0 if none.
    var request: UInt64
    var time: Instant
    /// Lighter than the rule's own, if it is.
    var severity: Report.Severity?
    /// Whether that request asked not to be held to the rule.
    var isWaived: Bool
  }

  /// The request that is read; 0 if none is.
  let request: UInt64
  /// The time of the fact.
  let time: Instant
  /// Whether that request asks not to be held to the rule.
  let isWaived: Bool
  /// Whether there was something to judge.
  private(set) var isExercised = false
  private(set) var breaches: [Breach] = []
  /// What became of commits whose answer was lost.
  private(set) var outcomes: [(request: UInt64, outcome: Report.LostCommit.Outcome)] = []

  init(request: UInt64 = 0, time: Instant, isWaived: Bool = false) {
    self.request = request
    self.time = time
    self.isWaived = isWaived
  }

  /// There was something to judge, and it was in order so far.
  mutating func seen() { isExercised = true }

  /// The rule was broken, by the request that is read.
  mutating func broken(_ text: String, severity: Report.Severity? = nil) {
    broken(text, by: request, at: time, severity: severity, isWaived: isWaived)
  }

  /// The rule was broken by a request of before.
  mutating func broken(
    _ text: String, by request: UInt64, at time: Instant, severity: Report.Severity? = nil, isWaived: Bool = false
  ) {
    isExercised = true
    breaches.append(Breach(text: text, request: request, time: time, severity: severity, isWaived: isWaived))
  }

  /// A commit whose answer was lost has come to an end.
  mutating func ended(_ outcome: Report.LostCommit.Outcome, commit: UInt64) {
    isExercised = true
    outcomes.append((commit, outcome))
  }
}
