/// What every format for people says first: the verdict, in a word and in two sentences.
struct ReportSummary {
  /// `Ready`, `Incomplete` or `Not ready`.
  let title: String
  /// What is broken and which steps were seen, starting with the reason for the verdict.
  let sentence: String
  /// The broken rules, worst first, then in the order of the rule table.
  let broken: [Report.RuleFinding]
  /// The rules that have a waived remark, in the order of the rule table.
  let waived: [Report.RuleFinding]
  /// How many rules are in each state, such as `25 kept, 3 broken, 1 waived, 2 not exercised`.
  let states: String

  init(_ report: Report) {
    let ordered = Report.Severity.allCases.map { severity in
      report.rules.filter { $0.state == .broken && $0.severity == severity }
    }
    broken = ordered.flatMap { $0 }
    waived = report.rules.filter { rule in rule.remarks.contains { $0.waived != nil } }
    states = [Report.State.kept, .broken, .waived, .notExercised].map { state in
      "\(report.rules.count { $0.state == state }) \(state.words)"
    }.joined(separator: ", ")

    let counts = zip(Report.Severity.allCases, ordered).filter { !$0.1.isEmpty }.map { severity, rules in
      severity.counted(rules.count)
    }
    let rules = counts.isEmpty ? "No rule is broken." : "Broken: \(counts.joined(separator: ", "))."
    let steps = Self.stepSentence(report.steps.filter(\.required))
    sentence = report.verdict == .notReady ? "\(rules) \(steps)" : "\(steps) \(rules)"
    title =
      switch report.verdict {
      case .ready: "Ready"
      case .incomplete: "Incomplete"
      case .notReady: "Not ready"
      }
  }

  private static func stepSentence(_ steps: [Report.StepCount]) -> String {
    let missing = steps.filter { $0.count == 0 }.map(\.step)
    if missing.isEmpty { return "All \(steps.count) steps were seen." }
    return "\(steps.count - missing.count) of \(steps.count) steps were seen; missing: "
      + "\(missing.joined(separator: ", "))."
  }

  /// A count as an adverb: `once`, `twice`, `3 times`.
  static func times(_ count: Int) -> String {
    switch count {
    case 1: "once"
    case 2: "twice"
    default: "\(count) times"
    }
  }

  /// A count with its noun: `1 sandbox`, `2 sandboxes`.
  static func counted(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }
}

extension Report.Severity {
  /// A count of rules of this severity: `2 violations`, `1 piece of advice`.
  func counted(_ count: Int) -> String {
    switch self {
    case .violation: ReportSummary.counted(count, "violation", "violations")
    case .warning: ReportSummary.counted(count, "warning", "warnings")
    case .advice: ReportSummary.counted(count, "piece of advice", "pieces of advice")
    }
  }
}

extension Report.State {
  /// The state in words for people.
  var words: String { self == .notExercised ? "not exercised" : rawValue }
}

extension Report.LostCommit.Outcome {
  /// What the outcome means, in a sentence.
  var sentence: String {
    switch self {
    case .found: "the client asked for the order."
    case .askedAgain: "the client repeated the commit, which is harmless."
    case .boughtTwice: "the client bought the same event again without asking for the order."
    case .gaveUp: "the client asked nothing more about it."
    }
  }
}

extension Report.RuleFinding {
  /// The kept remarks that are not waived.
  var openRemarks: [Report.Remark] { remarks.filter { $0.waived == nil } }

  /// How many breaches have no remark because it was dropped.
  var droppedRemarks: Int { max(0, count - openRemarks.count) }
}

extension Report.Remark {
  /// When and where, such as `2026-12-01T18:00:00.000Z, request r4 of sandbox checkout`.
  var place: String {
    guard let request else { return "\(time), sandbox \(sandbox)" }
    return "\(time), request \(request) of sandbox \(sandbox)"
  }
}
