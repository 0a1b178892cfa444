import Synchronization

#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#elseif canImport(Darwin)
  @preconcurrency import Darwin
#endif

/// Standard output and standard error.
///
/// A command whose purpose is its output waits for each write. A server never does: after ``queue()``, lines go through
/// an ``OutputQueue``.
enum StandardStreams {
  /// Makes writing to a closed pipe an error of `write` instead of a signal.
  static func prepare() {
    signal(SIGPIPE, SIG_IGN)
  }

  /// Makes sure that from now on no line waits for its reader.
  static func queue() {
    isQueued.store(true, ordering: .relaxed)
  }

  private static let isQueued = Atomic<Bool>(false)
  private static let hasLostOutput = Atomic<Bool>(false)
  private static let outputs = OutputQueue(STDOUT_FILENO)
  private static let errors = OutputQueue(STDERR_FILENO)

  /// Writes a line to standard output.
  static func output(_ line: String) {
    if isQueued.load(ordering: .relaxed) { return outputs.add(line) }
    if !write(line, to: STDOUT_FILENO) { hasLostOutput.store(true, ordering: .relaxed) }
  }

  /// Writes a line to standard error.
  static func error(_ line: String) {
    if isQueued.load(ordering: .relaxed) { return errors.add(line) }
    _ = write(line, to: STDERR_FILENO)
  }

  /// Whether a line could not be written because the reader is gone or the disk is full.
  static var isOutputLost: Bool { hasLostOutput.load(ordering: .relaxed) }

  /// Ends a command whose purpose is its output: with 0, or with 1 if not all of it could be written.
  static func finish() -> Never { exit(hasLostOutput.load(ordering: .relaxed) ? 1 : 0) }

  /// Whether standard output is a terminal that shows styles.
  static var outputIsStyled: Bool { isStyled(STDOUT_FILENO) }

  /// Whether standard error is a terminal that shows styles.
  static var errorIsStyled: Bool { isStyled(STDERR_FILENO) }

  /// Whether standard output is a terminal.
  static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Whether standard error is a terminal.
  static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Whether to use styles, respecting `NO_COLOR` (no-color.org) and terminals without escape codes.
  private static func isStyled(_ descriptor: Int32) -> Bool {
    isatty(descriptor) == 1 && environment("NO_COLOR") == nil && environment("TERM") != "dumb"
  }

  /// The value of an environment variable; `nil` if it is not set or empty.
  static func environment(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// Ends the process, after writing the lines that are still being read.
  static func exit(_ status: Int32) -> Never {
    if isQueued.load(ordering: .relaxed) {
      outputs.finish()
      errors.finish()
    }
    #if canImport(Glibc)
      Glibc.exit(status)
    #elseif canImport(Musl)
      Musl.exit(status)
    #else
      Darwin.exit(status)
    #endif
  }

  /// Calls `write` of the system's C library.
  static func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, bytes.baseAddress, bytes.count)
    #elseif canImport(Musl)
      Musl.write(descriptor, bytes.baseAddress, bytes.count)
    #else
      Darwin.write(descriptor, bytes.baseAddress, bytes.count)
    #endif
  }

  /// Calls `read` of the system's C library.
  static func read(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int {
    #if canImport(Glibc)
      Glibc.read(descriptor, buffer, count)
    #elseif canImport(Musl)
      Musl.read(descriptor, buffer, count)
    #else
      Darwin.read(descriptor, buffer, count)
    #endif
  }

  /// Writes a line, and returns whether all of it was written.
  ///
  /// A reader that is gone is not reported; any other failure of standard output is, on standard error.
  private static func write(_ line: String, to descriptor: Int32) -> Bool {
    var rest = Array((line + "\n").utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { write(descriptor, $0) }
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
