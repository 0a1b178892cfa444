import Dispatch
import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A process that does not outlive its owner.
final class ChildProcess {
  // Holds back other starts while the ends of this one's pipes could be inherited by their processes.
  private static let starting = Mutex(())

  /// What it writes on standard output.
  let output: OutputReader
  /// What it writes on standard error.
  let errors: OutputReader

  private let process = Process()
  private let ended = DispatchSemaphore(value: 0)
  private let name: String
  // Where somebody who types would sit.
  private let keyboard: FileHandle?

  /// Starts a program; standard input is empty unless somebody can type.
  ///
  /// - Parameters:
  ///   - environment: set besides this process's own variables, of which those of WillCall are left out.
  ///   - onTerminal: whether what it writes goes to one terminal; all of it is ``output`` then.
  ///   - canType: whether it also reads from that terminal; see ``type(_:)``.
  init(
    _ path: String, _ arguments: [String], environment: [String: String] = [:], onTerminal: Bool = false,
    canType: Bool = false
  ) throws {
    name = ([path] + arguments).joined(separator: " ")
    var variables = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("WILLCALL_") }
    variables.merge(environment) { $1 }
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = variables
    process.standardInput = FileHandle.nullDevice
    process.terminationHandler = { [ended] _ in ended.signal() }
    let (output, errors, keyboard) = try Self.starting.withLock { [process] _ in
      let errors = Pipe()
      if onTerminal {
        let (own, others) = try Self.terminal()
        process.standardOutput = others
        if canType { process.standardInput = others }
        process.standardError = others
        try process.run()
        try? others.close()
        try? errors.fileHandleForWriting.close()
        return (OutputReader(own), OutputReader(errors.fileHandleForReading), canType ? own : nil)
      }
      let output = Pipe()
      process.standardOutput = output
      process.standardError = errors
      try process.run()
      // Else the end of the text would never come.
      try? output.fileHandleForWriting.close()
      try? errors.fileHandleForWriting.close()
      return (OutputReader(output.fileHandleForReading), OutputReader(errors.fileHandleForReading), FileHandle?.none)
    }
    self.keyboard = keyboard
    self.output = output
    self.errors = errors
  }

  /// A terminal, and the side of it that a program writes to.
  private static func terminal() throws -> (own: FileHandle, others: FileHandle) {
    var (own, others): (Int32, Int32) = (-1, -1)
    guard openpty(&own, &others, nil, nil, nil) == 0 else { throw TestFailure("cannot make a terminal") }
    return (FileHandle(fileDescriptor: own, closeOnDealloc: true), FileHandle(fileDescriptor: others))
  }

  deinit {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
  }

  /// Its number.
  var id: Int32 { process.processIdentifier }

  /// Types on its terminal.
  func type(_ text: String) throws {
    try keyboard?.write(contentsOf: Data(text.utf8))
  }

  /// Whether its terminal echoes and waits for whole lines, as shells leave it.
  var isTerminalAsEver: Bool {
    var modes = termios()
    guard let keyboard, tcgetattr(keyboard.fileDescriptor, &modes) == 0 else { return false }
    let wanted = tcflag_t(ICANON | ECHO | ISIG)
    return modes.c_lflag & wanted == wanted
  }

  /// Sends a signal.
  func send(_ signal: Int32) {
    if process.isRunning { kill(id, signal) }
  }

  /// Waits for its end; its exit status, or minus the number of the signal that ended it.
  ///
  /// - Throws: ``TestFailure`` if it does not end in time; it is killed then.
  func wait(_ seconds: Double = 30) throws -> Int32 {
    let deadline = DispatchTime.now() + seconds
    guard ended.wait(timeout: deadline) == .success else {
      kill(id, SIGKILL)
      throw TestFailure("\(name) did not end in \(seconds) s; standard error: \(errors.text)")
    }
    ended.signal()
    _ = output.waitForEnd(until: deadline)
    _ = errors.waitForEnd(until: deadline)
    return process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
  }
}
