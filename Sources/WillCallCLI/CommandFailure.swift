import WillCall

/// Why a command stops, in one line, with its exit status.
struct CommandFailure: Error {
  /// 1: it failed while running; 2: the user's input is at fault.
  let status: Int32
  /// One line without the program's name.
  let message: String

  /// A failure while running.
  static func runtime(_ message: String) -> CommandFailure { CommandFailure(status: 1, message: message) }

  /// A failure because of unusable input.
  static func usage(_ message: String) -> CommandFailure { CommandFailure(status: 2, message: message) }
}

extension CommandFailure {
  /// Makes the failure for a server that did not start or a file that was not read.
  init(_ error: StartError) {
    self = error.isUsageError ? .usage("\(error)") : .runtime("\(error)")
  }
}
