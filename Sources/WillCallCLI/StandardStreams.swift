import Synchronization

#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#elseif canImport(Darwin)
  @preconcurrency import Darwin
#endif

/// Standard output and standard error, written at once and without buffering.
enum StandardStreams {
  /// Makes a closed pipe an error of `write` instead of a signal.
  static func prepare() {
    signal(SIGPIPE, SIG_IGN)
  }

  private static let hasLostOutput = Atomic<Bool>(false)

  /// Writes a line on standard output.
  static func output(_ line: String) {
    if !write(line, to: STDOUT_FILENO) { hasLostOutput.store(true, ordering: .relaxed) }
  }

  /// Writes a line on standard error.
  static func error(_ line: String) { _ = write(line, to: STDERR_FILENO) }

  /// Ends a command whose output is what it is for: with 0, or with 1 if not all of it could be written.
  static func finish() -> Never { exit(hasLostOutput.load(ordering: .relaxed) ? 1 : 0) }

  /// Whether standard output is a terminal that shows styles.
  static var outputIsTerminal: Bool {
    isatty(STDOUT_FILENO) == 1 && getenv("NO_COLOR") == nil
  }

  /// The value of an environment variable, `nil` if it is not set or empty.
  static func environment(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// Ends the process.
  static func exit(_ status: Int32) -> Never {
    #if canImport(Glibc)
      Glibc.exit(status)
    #elseif canImport(Musl)
      Musl.exit(status)
    #else
      Darwin.exit(status)
    #endif
  }

  /// Writes a line; whether all of it was written.
  ///
  /// That a reader is gone is not told; any other failure of standard output is, on standard error.
  private static func write(_ line: String, to descriptor: Int32) -> Bool {
    var rest = Array((line + "\n").utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { bytes in
        #if canImport(Glibc)
          Glibc.write(descriptor, bytes.baseAddress, bytes.count)
        #elseif canImport(Musl)
          Musl.write(descriptor, bytes.baseAddress, bytes.count)
        #else
          Darwin.write(descriptor, bytes.baseAddress, bytes.count)
        #endif
      }
      if written < 0 && errno == EINTR { continue }
      if written <= 0 {
        if descriptor == STDOUT_FILENO, errno != EPIPE {
          let reason = strerror(errno).map { String(cString: $0) } ?? "error \(errno)"
          error("willcall: cannot write to standard output: \(reason)")
        }
        return false
      }
      rest = rest.dropFirst(written)
    }
    return true
  }
}
