import CommandArguments
import Logging
import WillCall

extension ServerCommand {
  /// Options for what the server sells, to whom, and the time in its sandboxes.
  static var worldOptions: [CommandOption<Self>] {
    [
      .option(
        "fixtures", value: "dir", expected: "a folder",
        help: "A folder of fixtures (repeatable); a fixture replaces an earlier one with the same id.",
        completion: .folders,
        parse: notEmpty, set: { $0.server.options.fixtureFolders.append($1) }),
      .flag(
        "no-built-in-fixtures", help: "Start without the built-in events and orders.",
        set: { $0.server.options.hasBuiltInFixtures = false }),
      .option(
        "scenario", value: "name|path", expected: "a name or a path",
        help: "A scenario to put in force at the start (repeatable; later ones win).",
        completion: .valuesOrFiles(ScenarioLibrary.names), parse: notEmpty,
        set: { $0.server.options.scenarios.append($1) }),
      .option(
        "scenarios-dir", value: "dir", expected: "a folder",
        help: "A folder of scenarios that can be used by name (repeatable).", completion: .folders,
        parse: notEmpty, set: { $0.server.options.scenarioFolders.append($1) }),
      .option(
        "api-key", value: "key", expected: "a key",
        help: "Accept this key (repeatable) and refuse all others. Default: any key.", parse: notEmpty,
        set: { $0.server.options.apiKeys.append($1) }),
      .option(
        "seed", value: "seed", expected: "a number from 0 to 18446744073709551615",
        help: "The same seed gives the same ids and tokens. Default: a new one, printed at the start.",
        parse: { UInt64($0) },
        set: { $0.server.options.seed = $1 }),
      .option(
        "start-time", value: "time", expected: TimeArgument.expected,
        help: "The time at which sandboxes start: RFC 3339 or Unix seconds. Default: now.", parse: TimeArgument.parse,
        set: { $0.server.options.startTime = $1 }),
      .option(
        "clock-rate", value: "x", expected: "a number from 0 (frozen) to 1000000",
        help: "How fast sandbox time runs: 1 is real time, 60 a minute per second, 0 frozen. (default: 1)",
        parse: clockRate,
        set: { $0.server.options.clockRate = $1 }),
      .flag(
        "no-hints", help: "Leave out the headers X-Willcall-Diagnosis and X-Willcall-Fidelity.",
        set: { $0.server.options.givesHints = false }),
    ]
  }

  /// Options for the rules that clients have to follow.
  static var ledgerOptions: [CommandOption<Self>] {
    [
      .option(
        "waive", value: "rule", expected: "a rule",
        help:
          "Ignore breaches of this rule in the report (repeatable, or comma-separated), because tests break it on "
          + "purpose. docs/ledger.md lists the rules.",
        parse: { ListArgument.parse($0, notEmpty) }, set: { $0.server.waivedRules += $1 })
    ]
  }

  /// Options for what is written while the server runs.
  static var logOptions: [CommandOption<Self>] {
    [
      .option(
        "log-level", value: "level", expected: levels,
        help:
          "The level of the log on standard error: \(levels). From info down, every request is a line; from debug "
          + "down, with its header fields. (default: notice)",
        completion: .values(Logger.Level.allCases.map(\.rawValue)), parse: Logger.Level.init(rawValue:),
        set: { $0.server.logLevel = $1 }),
      .flag(
        "quiet", help: "Do not log a line per request, which serve does on a terminal by default.",
        set: { $0.server.isQuiet = true }),
    ]
  }

  private static var levels: String { "trace, debug, info, notice, warning, error or critical" }

  private static func clockRate(_ text: String) -> Double? {
    Double(text).flatMap { $0.isFinite && (0...1_000_000).contains($0) ? $0 : nil }
  }
}
