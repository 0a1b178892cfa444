extension LedgerTotals {
  /// Makes the report.
  ///
  /// - Parameter gravest: the lightest severity that makes it `not ready`: violations, unless warnings count too.
  public func report(failingOn gravest: Report.Severity = .violation) -> Report {
    let rules = Rule.all.indices.map { finding(of: $0) }
    return Report(
      version: Rule.version, verdict: verdict(rules, failingOn: gravest), sandboxes: sandboxes,
      steps: steps.filter { $0.required || $0.count > 0 }, rules: rules, lostCommits: lostCommits.elements,
      unusedWaivers: waivers.filter { !$0.isUsed }.map {
        Report.Waiver(rule: $0.waiver.rule, reason: $0.waiver.reason)
      },
      cautions: cautions)
  }

  private func verdict(_ rules: [Report.RuleFinding], failingOn gravest: Report.Severity) -> Report.Verdict {
    let isBroken = rules.contains { $0.state == .broken && $0.severity.weight >= gravest.weight }
    if isBroken { return .notReady }
    return steps.contains { $0.required && $0.count == 0 } ? .incomplete : .ready
  }

  private func finding(of place: Int) -> Report.RuleFinding {
    let (rule, finding) = (Rule.all[place], findings[place])
    let state: Report.State =
      if finding.count > 0 { .broken } else if finding.waivedCount > 0 { .waived } else {
        finding.isExercised ? .kept : .notExercised
      }
    // If only its lighter form was broken, the rule counts as lighter.
    let isLight = finding.count > 0 && finding.light == finding.count
    return Report.RuleFinding(
      id: rule.id, severity: isLight ? .advice : rule.severity, state: state, count: finding.count,
      sentence: rule.sentence, fix: rule.fix, source: rule.source,
      remarks: finding.remarks.elements + finding.waivedRemarks.elements)
  }

  private var cautions: [String] {
    if calls == 0 { return ["No call was seen."] }
    var sentences: [String] = []
    let (commits, opens, renders) = (
      steps[Int(Step.commit.rawValue)].count, steps[Int(Step.open.rawValue)].count,
      steps[Int(Step.render.rawValue)].count
    )
    if unauthorized * 2 >= calls {
      sentences.append("\(unauthorized) of \(calls) calls were unauthorized (401), so little was tried.")
    }
    if commits > 0, !hasSeveralEvents {
      sentences.append("Tickets of one event alone were bought; events differ in seating, delivery and entry.")
    }
    if opens > 0, renders == 0 { sentences.append("No token was ever refreshed.") }
    return sentences
  }
}

extension Report.Severity {
  /// A number that grows with the severity.
  var weight: Int {
    switch self {
    case .violation: 2
    case .warning: 1
    case .advice: 0
    }
  }
}
