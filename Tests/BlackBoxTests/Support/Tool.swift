import Foundation

/// A program of the machine that a test needs.
enum Tool {
  /// Whether it is found where shells look.
  static func isThere(_ name: String) -> Bool {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
  }
}
