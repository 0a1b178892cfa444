import Logging

/// Writes log messages to standard error, one per line: level, message, then the metadata sorted by name.
struct StandardErrorLog: LogHandler {
  var metadata: Logger.Metadata = [:]
  var logLevel: Logger.Level

  /// A logger that writes lines of at least this level.
  static func logger(level: Logger.Level) -> Logger {
    Logger(label: "willcall") { _ in StandardErrorLog(logLevel: level) }
  }

  init(logLevel: Logger.Level) {
    self.logLevel = logLevel
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let facts = metadata.merging(event.metadata ?? [:]) { $1 }.sorted { $0.key < $1.key }
      .map { " \($0.key)=\($0.value)" }.joined()
    StandardStreams.error("willcall: \(event.level): \(event.message)\(facts)")
  }
}
