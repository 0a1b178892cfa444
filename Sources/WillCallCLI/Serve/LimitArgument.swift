import HTTPWire

/// One `--limit NAME=VALUE`.
struct LimitArgument {
  private enum Name: String, CaseIterable {
    case requestLine = "request-line"
    case headers
    case headerBytes = "header-bytes"
    case body
    case connections
    case headerTimeout = "header-timeout"
    case idleTimeout = "idle-timeout"
    case bodyTimeout = "body-timeout"
    case drainTimeout = "drain-timeout"

    var isTime: Bool { rawValue.hasSuffix("timeout") }
  }

  private let name: Name
  /// Bytes, a count, or milliseconds.
  private let value: Int

  /// All names, for the help.
  static let names = Name.allCases.map(\.rawValue).joined(separator: ", ")

  /// The names, each with what comes before its value.
  static let completions = Name.allCases.map { $0.rawValue + "=" }

  /// What the message about an invalid value says is expected.
  static var expected: String { "NAME=VALUE with a number above 0 (\(names))" }

  /// Reads a limit; `nil` if the text is not one.
  static func parse(_ text: String) -> LimitArgument? { LimitArgument(text) }

  private init?(_ argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let name = Name(rawValue: String(parts[0])) else { return nil }
    let units = name.isTime ? [("ms", 1), ("s", 1000), ("", 1000)] : [("KiB", 1024), ("MiB", 1024 * 1024), ("", 1)]
    for (unit, factor) in units where parts[1].hasSuffix(unit) {
      guard let number = Int(parts[1].dropLast(unit.count)), number > 0, number <= Int(Int32.max) else { return nil }
      self.name = name
      value = number * factor
      return
    }
    return nil
  }

  func apply(to limits: inout Limits) {
    switch name {
    case .requestLine: limits.requestLine = value
    case .headers: limits.headers = value
    case .headerBytes: limits.headerBytes = value
    case .body: limits.body = value
    case .connections: limits.connections = value
    case .headerTimeout: limits.headerTimeout = .milliseconds(value)
    case .idleTimeout: limits.idleTimeout = .milliseconds(value)
    case .bodyTimeout: limits.bodyTimeout = .milliseconds(value)
    case .drainTimeout: limits.drainTimeout = .milliseconds(value)
    }
  }
}
