import Ledger

extension ControlSchemas {
  private static let waivedRule = ControlField("rule", .choice(Rule.all.map(\.id)), "The rule's id.")
  private static let reason = ControlField("reason", .text, "Why it is waived.")
  private static let sandbox = ControlField("sandbox", .text, "The sandbox's key; masked if it looks real.")

  static let waiving: ControlSchema = .named(
    "Waiving",
    .object([ControlField("rules", .list(.choice(Rule.all.map(\.id))), "The rules, at least one."), reason]))

  static let waivers: ControlSchema = .named(
    "Waivers",
    .object([
      ControlField(
        "waivers",
        .list(
          .named(
            "Waiver", .object([waivedRule, reason, ControlField("used", .flag, "Whether a remark was waived by it.")]))),
        "The waivers.")
    ]))

  private static let remark: ControlSchema = .named(
    "Remark",
    .object([
      sandbox, ControlField("request", .orNull(.text), "The request; null if time alone broke the rule."),
      ControlField("time", .instant, "The sandbox's time."), ControlField("received", .text, "What was received."),
      ControlField("waived", .orNull(.text), "Why it is waived."),
    ]))

  private static let finding: ControlSchema = .named(
    "RuleFinding",
    .object([
      ControlField("id", .choice(Rule.all.map(\.id)), "The rule's id."),
      ControlField("severity", .choice(Report.Severity.allCases.map(\.rawValue)), "How bad it is to break it."),
      ControlField("state", .choice(["kept", "broken", "waived", "not-exercised"]), "Its state."),
      ControlField("count", .integer(), "How many times it was broken and not waived."),
      ControlField("sentence", .text, "What the rule asks for."), ControlField("fix", .text, "How to fix a client."),
      ControlField("source", .text, "Where the rule comes from."),
      ControlField("remarks", .list(remark), "The first ten and the newest ten."),
      ControlField("dropped", .integer(), "How many remarks were not kept."),
    ]))

  static let report: ControlSchema = .named(
    "Report",
    .object([
      ControlField("version", .integer(), "The version of the rules."),
      ControlField("verdict", .choice(["ready", "incomplete", "not ready"]), "The verdict."),
      ControlField("sandboxes", .integer(), "How many sandboxes are judged together."),
      ControlField(
        "steps",
        .list(
          .named(
            "Step",
            .object([
              ControlField("step", .text, "The operation."),
              ControlField("required", .flag, "Whether the verdict requires it."),
              ControlField("request", .orNull(.text), "The first request that did it."),
              ControlField("count", .integer(), "How often it was done."),
            ]))), "The six steps in their order, then others that were used."),
      ControlField("rules", .list(finding), "All rules."),
      ControlField(
        "lostCommits",
        .list(
          .named(
            "LostCommit",
            .object([
              sandbox, ControlField("request", .text, "The commit."),
              ControlField(
                "outcome", .choice(["found", "asked again", "bought twice", "gave up"]), "What the client did then."),
            ]))), "Commits whose answer never arrived."),
      ControlField(
        "unusedWaivers", .list(.named("UnusedWaiver", .object([waivedRule, reason]))), "Waivers that no remark used."),
      ControlField("cautions", .list(.text), "Why the verdict proves little, if it does."),
    ]))
}
