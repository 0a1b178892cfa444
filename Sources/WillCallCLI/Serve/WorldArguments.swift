import ArgumentParser
import Determinism
import WillCall

/// What the server sells, to whom, and what time it is there.
struct WorldArguments: ParsableArguments {
  @Option(help: ArgumentHelp("A folder of fixtures (repeatable); the same id replaces.", valueName: "dir"))
  var fixtures: [String] = []

  @Flag(name: .customLong("no-built-in-fixtures"), help: "Start without the built-in events and orders.")
  var noBuiltInFixtures = false

  @Option(
    help: ArgumentHelp("A scenario that holds from the start (repeatable, later wins).", valueName: "name|path"))
  var scenario: [String] = []

  @Option(
    name: .customLong("scenarios-dir"),
    help: ArgumentHelp("A folder whose scenarios can be named (repeatable).", valueName: "dir"))
  var scenariosDir: [String] = []

  @Option(
    name: .customLong("api-key"),
    help: ArgumentHelp("Accept this key (repeatable) and refuse all others. Default: any key.", valueName: "key"))
  var apiKeys: [String] = []

  @Option(help: "Same seed, same ids and tokens. Default: a new one, printed at the start.")
  var seed: UInt64?

  @Option(
    name: .customLong("start-time"),
    help: ArgumentHelp("When sandboxes begin: RFC 3339 or Unix seconds. Default: now.", valueName: "time"))
  var startTime: TimeArgument?

  @Option(
    name: .customLong("clock-rate"),
    help: ArgumentHelp("How fast sandbox time runs: 1 is real, 60 a minute a second, 0 frozen.", valueName: "x"))
  var clockRate = 1.0

  @Flag(name: .customLong("no-hints"), help: "Leave out the headers X-Willcall-Diagnosis and X-Willcall-Fidelity.")
  var noHints = false

  func validate() throws {
    guard clockRate.isFinite, (0...1_000_000).contains(clockRate) else {
      throw ValidationError("--clock-rate: expected a number from 0 to 1000000, found \(clockRate)")
    }
    if apiKeys.contains("") { throw ValidationError("--api-key: expected a key, found nothing") }
  }

  func apply(to options: inout ServerOptions) {
    options.fixtureFolders = fixtures
    options.hasBuiltInFixtures = !noBuiltInFixtures
    options.scenarios = scenario
    options.scenarioFolders = scenariosDir
    options.apiKeys = apiKeys
    options.seed = seed
    options.startTime = startTime?.instant
    options.clockRate = clockRate
    options.givesHints = !noHints
  }
}
