import Glibc

/// Why there is nothing to measure.
struct Failure: Error {
  /// One line for a person.
  let message: String

  init(_ message: String) {
    self.message = message
  }

  /// A system call that failed just now.
  static func system(_ call: String) -> Failure {
    Failure("\(call): \(String(cString: strerror(errno)))")
  }
}
