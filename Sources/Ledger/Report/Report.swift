/// What a client did against the rules of the integration: the verdict, the steps seen, and what each rule found.
///
/// A value without I/O, from which every form of the report is written.
public struct Report: Sendable, Equatable {
  /// The version of the rules: it changes when a rule is added or judges otherwise. An id never changes its meaning.
  public var version: Int
  public var verdict: Verdict
  /// How many sandboxes are judged together.
  public var sandboxes: Int
  /// The six required steps in their order, then the optional ones that were used.
  public var steps: [StepCount]
  /// All rules, always, in the order of the table.
  public var rules: [RuleFinding]
  public var lostCommits: [LostCommit]
  /// Waivers that no remark used.
  public var unusedWaivers: [Waiver]
  /// Why the verdict proves little, a sentence each: one event alone, no refresh, half of the calls unauthorized.
  public var cautions: [String]

  public init(
    version: Int, verdict: Verdict, sandboxes: Int, steps: [StepCount], rules: [RuleFinding],
    lostCommits: [LostCommit] = [], unusedWaivers: [Waiver] = [], cautions: [String] = []
  ) {
    self.version = version
    self.verdict = verdict
    self.sandboxes = sandboxes
    self.steps = steps
    self.rules = rules
    self.lostCommits = lostCommits
    self.unusedWaivers = unusedWaivers
    self.cautions = cautions
  }

  public enum Verdict: String, Sendable {
    case ready
    case incomplete
    case notReady = "not ready"
  }

  public struct StepCount: Sendable, Equatable {
    /// An operation's name: `cart.reserve`.
    public var step: String
    public var required: Bool
    /// The id of the first exchange that did it; nil if none did.
    public var request: String?
    public var count: Int

    public init(step: String, required: Bool, request: String?, count: Int) {
      self.step = step
      self.required = required
      self.request = request
      self.count = count
    }
  }

  public enum Severity: String, Sendable, CaseIterable {
    /// The documents forbid it, or money or entry is at stake.
    case violation
    /// The documents ask for it.
    case warning
    /// Works, but is a form of the past or a habit that will bite.
    case advice
  }

  public enum State: String, Sendable {
    case kept
    case broken
    /// Broken, and every remark waived.
    case waived
    case notExercised = "not-exercised"
  }

  public struct RuleFinding: Sendable, Equatable {
    public var id: String
    public var severity: Severity
    public var state: State
    /// How many times the rule was broken and not waived; exact, though only some remarks are kept.
    public var count: Int
    /// What the rule asks for.
    public var sentence: String
    /// How to fix a client.
    public var fix: String
    /// Where the rule comes from: a section of a document.
    public var source: String
    /// The first ten and the newest ten.
    public var remarks: [Remark]

    public init(
      id: String, severity: Severity, state: State, count: Int, sentence: String, fix: String, source: String,
      remarks: [Remark] = []
    ) {
      self.id = id
      self.severity = severity
      self.state = state
      self.count = count
      self.sentence = sentence
      self.fix = fix
      self.source = source
      self.remarks = remarks
    }
  }

  public struct Remark: Sendable, Equatable {
    /// The sandbox's key as reports show it.
    public var sandbox: String
    /// The id of the exchange, as the journal has it; nil if time alone broke the rule.
    public var request: String?
    /// The sandbox's time, RFC 3339 with milliseconds.
    public var time: String
    /// What was received, in a sentence.
    public var received: String
    /// Why it is waived; nil if it is not.
    public var waived: String?

    public init(sandbox: String, request: String?, time: String, received: String, waived: String? = nil) {
      self.sandbox = sandbox
      self.request = request
      self.time = time
      self.received = received
      self.waived = waived
    }
  }

  public struct LostCommit: Sendable, Equatable {
    public var sandbox: String
    public var request: String
    public var outcome: Outcome

    public init(sandbox: String, request: String, outcome: Outcome) {
      self.sandbox = sandbox
      self.request = request
      self.outcome = outcome
    }

    public enum Outcome: String, Sendable {
      case found
      case askedAgain = "asked again"
      case boughtTwice = "bought twice"
      case gaveUp = "gave up"
    }
  }

  public struct Waiver: Sendable, Equatable {
    public var rule: String
    public var reason: String

    public init(rule: String, reason: String) {
      self.rule = rule
      self.reason = reason
    }
  }
}
