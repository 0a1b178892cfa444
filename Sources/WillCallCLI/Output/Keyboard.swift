#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Keys pressed at the terminal.
enum Keyboard {
  /// Whether standard input is a terminal.
  static var isThere: Bool { isatty(STDIN_FILENO) == 1 }

  /// Waits for a duration.
  static func pause(_ duration: Duration) {
    let end = ContinuousClock.now + duration
    while true {
      let milliseconds = (end - .now) / .milliseconds(1)
      guard milliseconds > 0 else { return }
      _ = poll(nil, 0, Int32(min(milliseconds.rounded(.up), 60_000)))
    }
  }

  /// Shows a prompt until a key is pressed.
  ///
  /// Meanwhile the terminal delivers single keys, and Ctrl-C as a key instead of a signal, so that the terminal can
  /// always be restored.
  ///
  /// - Throws: ``CommandFailure`` with status 130, as after SIGINT, for `q`, Ctrl-C, Ctrl-D or a terminal that is gone.
  static func waitForKey(prompt: String) throws(CommandFailure) {
    var before = termios()
    guard tcgetattr(STDIN_FILENO, &before) == 0 else { throw .runtime("standard input is no longer a terminal") }
    var single = before
    single.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG)
    tcsetattr(STDIN_FILENO, TCSANOW, &single)
    show(prompt)
    let key = readKey()
    show("\r" + String(repeating: " ", count: prompt.count) + "\r")
    tcsetattr(STDIN_FILENO, TCSANOW, &before)
    guard let key, ![UInt8(ascii: "q"), 3, 4].contains(key) else {
      throw CommandFailure(status: 130, message: "stopped before the next step")
    }
  }

  private static func readKey() -> UInt8? {
    var byte: UInt8 = 0
    while true {
      let count = StandardStreams.read(STDIN_FILENO, &byte, 1)
      if count == 1 { return byte }
      guard count < 0, errno == EINTR else { return nil }
    }
  }

  private static func show(_ text: String) {
    var bytes = Array(text.utf8)
    _ = bytes.withUnsafeMutableBytes { StandardStreams.write(STDOUT_FILENO, UnsafeRawBufferPointer($0)) }
  }
}
