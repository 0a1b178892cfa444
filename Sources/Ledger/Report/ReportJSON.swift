import JSONText

/// Writes a report as JSON; `Report(json:)` reads it back.
///
/// A step has `required`, and a rule has `dropped`: how many remarks were counted but not kept.
enum ReportJSON {
  static func text(of report: Report) -> String {
    var writer = JSONWriter(reservingCapacity: 16_384)
    writer.object { json in
      json.integer("version", report.version)
      json.string("verdict", report.verdict.rawValue)
      json.integer("sandboxes", report.sandboxes)
      json.array("steps") { steps in
        for step in report.steps { write(step, to: &steps) }
      }
      json.array("rules") { rules in
        for rule in report.rules { write(rule, to: &rules) }
      }
      json.array("lostCommits") { commits in
        for commit in report.lostCommits { write(commit, to: &commits) }
      }
      json.array("unusedWaivers") { waivers in
        for waiver in report.unusedWaivers { write(waiver, to: &waivers) }
      }
      json.array("cautions") { cautions in
        for caution in report.cautions { cautions.string(caution) }
      }
    }
    return String(decoding: writer.bytes, as: UTF8.self) + "\n"
  }

  private static func write(_ step: Report.StepCount, to writer: inout JSONWriter) {
    writer.object { json in
      json.string("step", step.step)
      optional("request", step.request, to: &json)
      json.integer("count", step.count)
      json.bool("required", step.required)
    }
  }

  private static func write(_ rule: Report.RuleFinding, to writer: inout JSONWriter) {
    writer.object { json in
      json.string("id", rule.id)
      json.string("severity", rule.severity.rawValue)
      json.string("state", rule.state.rawValue)
      json.integer("count", rule.count)
      json.string("sentence", rule.sentence)
      json.string("fix", rule.fix)
      json.string("source", rule.source)
      json.array("remarks") { remarks in
        for remark in rule.remarks { write(remark, to: &remarks) }
      }
      json.integer("dropped", rule.droppedRemarks)
    }
  }

  private static func write(_ remark: Report.Remark, to writer: inout JSONWriter) {
    writer.object { json in
      json.string("sandbox", remark.sandbox)
      optional("request", remark.request, to: &json)
      json.string("time", remark.time)
      json.string("received", remark.received)
      optional("waived", remark.waived, to: &json)
    }
  }

  private static func write(_ commit: Report.LostCommit, to writer: inout JSONWriter) {
    writer.object { json in
      json.string("sandbox", commit.sandbox)
      json.string("request", commit.request)
      json.string("outcome", commit.outcome.rawValue)
    }
  }

  private static func write(_ waiver: Report.Waiver, to writer: inout JSONWriter) {
    writer.object { json in
      json.string("rule", waiver.rule)
      json.string("reason", waiver.reason)
    }
  }

  private static func optional(_ key: String, _ text: String?, to writer: inout JSONWriter) {
    guard let text else { return writer.null(key) }
    writer.string(key, text)
  }
}
