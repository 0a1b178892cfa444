extension Report {
  /// The report, safe to show: what clients sent cannot move a terminal's cursor, forge a line or reverse text.
  ///
  /// Each format escapes this again for its own syntax; only JSON carries what was received unchanged.
  var printable: Report {
    var report = self
    report.steps = steps.map { step in
      var step = step
      step.step = PrintableText.escape(step.step)
      step.request = step.request.map(PrintableText.escape)
      return step
    }
    report.rules = rules.map(\.printable)
    report.lostCommits = lostCommits.map { commit in
      LostCommit(
        sandbox: PrintableText.escape(commit.sandbox), request: PrintableText.escape(commit.request),
        outcome: commit.outcome)
    }
    report.unusedWaivers = unusedWaivers.map { waiver in
      Waiver(rule: PrintableText.escape(waiver.rule), reason: PrintableText.escape(waiver.reason))
    }
    report.cautions = cautions.map(PrintableText.escape)
    return report
  }
}

extension Report.RuleFinding {
  fileprivate var printable: Self {
    Self(
      id: PrintableText.escape(id), severity: severity, state: state, count: count,
      sentence: PrintableText.escape(sentence), fix: PrintableText.escape(fix), source: PrintableText.escape(source),
      remarks: remarks.map { remark in
        Report.Remark(
          sandbox: PrintableText.escape(remark.sandbox), request: remark.request.map(PrintableText.escape),
          time: PrintableText.escape(remark.time), received: PrintableText.escape(remark.received),
          waived: remark.waived.map(PrintableText.escape))
      })
  }
}
