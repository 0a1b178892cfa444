/// How a client did by the rules of the integration: the verdict, the steps seen, and what each rule found.
///
/// A plain value without I/O; every format of the report is written from it.
public struct Report: Sendable, Equatable {
  /// The version of the rules, which changes when a rule is added or starts to judge differently.
  ///
  /// An id never changes its meaning.
  public var version: Int
  /// Whether the integration is ready to be shown to the vendor.
  public var verdict: Verdict
  /// How many sandboxes are judged together.
  public var sandboxes: Int
  /// The six required steps in their order, then the optional ones that were used.
  public var steps: [StepCount]
  /// Always all rules, in the order of the rule table.
  public var rules: [RuleFinding]
  /// The commits whose answers never arrived, and what became of them.
  public var lostCommits: [LostCommit]
  /// Waivers that applied to no remark.
  public var unusedWaivers: [Waiver]
  /// Why the verdict proves little, one sentence each: a single event, no refresh, half of the calls unauthorized.
  public var cautions: [String]

  /// Makes a report from its parts.
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

  /// The overall result of a report.
  public enum Verdict: String, Sendable {
    /// Every required step was seen, and there are no unwaived violations.
    case ready
    /// There are no unwaived violations, but a required step was not seen.
    case incomplete
    /// There is an unwaived violation.
    case notReady = "not ready"
  }

  /// How often a step was seen.
  public struct StepCount: Sendable, Equatable {
    /// An operation's name: `cart.reserve`.
    public var step: String
    /// Whether a verdict of `ready` requires it.
    public var required: Bool
    /// The id of the first exchange that performed it; nil if none did.
    public var request: String?
    /// How many times it was seen.
    public var count: Int

    /// Makes the count of a step.
    public init(step: String, required: Bool, request: String?, count: Int) {
      self.step = step
      self.required = required
      self.request = request
      self.count = count
    }
  }

  /// How serious it is to break a rule.
  public enum Severity: String, Sendable, CaseIterable {
    /// The documents forbid it, or money or entry is at stake.
    case violation
    /// The documents ask for it.
    case warning
    /// It works, but it is outdated or a habit that will cause trouble.
    case advice
  }

  /// Whether a rule was kept.
  public enum State: String, Sendable {
    /// There was occasion to break it, and it was not broken.
    case kept
    /// Broken, and at least one remark is not waived.
    case broken
    /// Broken, but every remark is waived.
    case waived
    /// There was no occasion to break it.
    case notExercised = "not-exercised"
  }

  /// What a rule found.
  public struct RuleFinding: Sendable, Equatable {
    /// The rule, such as `user-id-matches`.
    public var id: String
    /// How serious a breach is.
    public var severity: Severity
    /// Whether it was kept.
    public var state: State
    /// How many unwaived breaches there were; exact, though only some remarks are kept.
    public var count: Int
    /// What the rule asks for.
    public var sentence: String
    /// How to fix a client.
    public var fix: String
    /// Where the rule comes from: a section of a document.
    public var source: String
    /// The first ten remarks and the newest ten.
    public var remarks: [Remark]

    /// Makes a finding from its parts.
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

  /// One breach of a rule.
  public struct Remark: Sendable, Equatable {
    /// The sandbox's key as reports show it.
    public var sandbox: String
    /// The exchange's id in the journal; nil if the rule was broken merely by time passing.
    public var request: String?
    /// The sandbox's time, RFC 3339 with milliseconds.
    public var time: String
    /// What was received, in one sentence.
    public var received: String
    /// Why it is waived; nil if it is not.
    public var waived: String?

    /// Makes a remark from its parts.
    public init(sandbox: String, request: String?, time: String, received: String, waived: String? = nil) {
      self.sandbox = sandbox
      self.request = request
      self.time = time
      self.received = received
      self.waived = waived
    }
  }

  /// A commit whose answer never arrived.
  public struct LostCommit: Sendable, Equatable {
    /// The sandbox's key as reports show it.
    public var sandbox: String
    /// The id of the commit's exchange.
    public var request: String
    /// How the client handled it.
    public var outcome: Outcome

    /// Makes a lost commit from its parts.
    public init(sandbox: String, request: String, outcome: Outcome) {
      self.sandbox = sandbox
      self.request = request
      self.outcome = outcome
    }

    /// How a client handles a lost commit.
    public enum Outcome: String, Sendable {
      /// It asked for the order.
      case found
      /// It repeated the commit, which is harmless.
      case askedAgain = "asked again"
      /// It bought the same event again without asking.
      case boughtTwice = "bought twice"
      /// It did nothing more about it.
      case gaveUp = "gave up"
    }
  }

  /// A rule that is broken on purpose.
  public struct Waiver: Sendable, Equatable {
    /// The id of the rule.
    public var rule: String
    /// Why it is broken.
    public var reason: String

    /// Makes a waiver from its parts.
    public init(rule: String, reason: String) {
      self.rule = rule
      self.reason = reason
    }
  }
}
