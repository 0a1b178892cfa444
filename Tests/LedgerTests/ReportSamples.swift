@testable import Ledger

/// Small reports whose forms the tests know, and one that is full of what clients might send.
enum ReportSamples {
  static let steps = [
    "availability", "cart.reserve", "cart.payment", "cart.commit", "orders.open", "securerender",
  ]

  static let ready = Report(
    version: 1, verdict: .ready, sandboxes: 1,
    steps: steps.enumerated().map { step(request: "r\($0.offset + 1)", $0.element, 1) },
    rules: [rule("user-id-matches", .violation, .kept)])

  static let incomplete = Report(
    version: 1, verdict: .incomplete, sandboxes: 2,
    steps: steps.prefix(5).map { step(request: "r1", $0, 2) } + [step(request: nil, "securerender", 0)],
    rules: [
      rule("user-id-matches", .violation, .notExercised),
      rule("body-is-json", .warning, .waived, remarks: [remark(2, waived: "negative test")]),
    ],
    unusedWaivers: [Report.Waiver(rule: "captcha-once", reason: "not yet")], cautions: ["Only one event was asked for."]
  )

  static let notReady = Report(
    version: 1, verdict: .notReady, sandboxes: 1,
    steps: steps.map { step(request: "r1", $0, 1) }
      + [Report.StepCount(step: "cart.delete", required: false, request: "r8", count: 3)],
    rules: [
      rule("present-form", .advice, .broken, count: 1, remarks: [remark(3)]),
      rule(
        "user-id-matches", .violation, .broken, count: 12,
        remarks: (4..<8).map { remark($0) } + [remark(8, waived: "negative test")]),
      rule("body-is-json", .warning, .broken, count: 1, remarks: [remark(nil)]),
      rule("captcha-once", .warning, .kept),
    ],
    lostCommits: [Report.LostCommit(sandbox: "checkout", request: "r7", outcome: .boughtTwice)])

  /// Every string is hostile.
  static func hostile(_ text: String) -> Report {
    Report(
      version: 1, verdict: .notReady, sandboxes: 1, steps: [step(request: text, text, 1)],
      rules: [Report.Severity.violation, .warning, .advice].flatMap { severity in
        [Report.State.broken, .waived, .kept, .notExercised].map { state in
          Report.RuleFinding(
            id: text, severity: severity, state: state, count: state == .broken ? 30 : 0, sentence: text, fix: text,
            source: text,
            remarks: [
              Report.Remark(sandbox: text, request: text, time: text, received: text),
              Report.Remark(sandbox: text, request: nil, time: text, received: text, waived: text),
            ])
        }
      },
      lostCommits: [Report.LostCommit(sandbox: text, request: text, outcome: .gaveUp)],
      unusedWaivers: [Report.Waiver(rule: text, reason: text)], cautions: [text])
  }

  /// So many broken rules of one severity.
  static func broken(_ count: Int, _ severity: Report.Severity) -> [Report.RuleFinding] {
    (0..<count).map { rule("\(severity.rawValue)-\($0)", severity, .broken, count: 1, remarks: [remark($0)]) }
  }

  static func step(request: String?, _ name: String, _ count: Int) -> Report.StepCount {
    Report.StepCount(step: name, required: true, request: request, count: count)
  }

  static func rule(
    _ id: String, _ severity: Report.Severity, _ state: Report.State, count: Int = 0, remarks: [Report.Remark] = []
  ) -> Report.RuleFinding {
    Report.RuleFinding(
      id: id, severity: severity, state: state, count: count, sentence: "The \(id) sentence.",
      fix: "Mend \(id).", source: "S notes", remarks: remarks)
  }

  static func remark(_ number: Int?, waived: String? = nil) -> Report.Remark {
    Report.Remark(
      sandbox: "checkout", request: number.map { "r\($0)" }, time: "2026-12-01T18:00:00.120Z",
      received: "x-user-id 999, but the order's account is 12313131", waived: waived)
  }
}
