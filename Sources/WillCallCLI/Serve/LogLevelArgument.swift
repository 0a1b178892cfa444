import ArgumentParser
import Logging

/// One `--log-level`.
struct LogLevelArgument: ExpressibleByArgument {
  let level: Logger.Level

  init(level: Logger.Level) {
    self.level = level
  }

  init?(argument: String) {
    guard let level = Logger.Level(rawValue: argument) else { return nil }
    self.level = level
  }

  var defaultValueDescription: String { level.rawValue }
}
