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

  /// Starts a program; standard input is empty.
  ///
  /// - Parameters:
  ///   - environment: set besides this process's own variables, of which those of WillCall are left out.
  ///   - onTerminal: whether what it writes goes to one terminal; all of it is ``output`` then.
  init(
    _ path: String, _ arguments: [String], environment: [String: String] = [:], onTerminal: Bool = false
  ) throws {
    name = ([path] + arguments).joined(separator: " ")
    var variables = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("WILLCALL_") }
    variables.merge(environment) { $1 }
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = variables
    process.standardInput = FileHandle.nullDevice
    process.terminationHandler = { [ended] _ in ended.signal() }
    let (output, errors) = try Self.starting.withLock { [process] _ in
      let errors = Pipe()
      if onTerminal {
        let (own, others) = try Self.terminal()
        process.standardOutput = others
        process.standardError = others
        try process.run()
        try? others.close()
        try? errors.fileHandleForWriting.close()
        return (OutputReader(own), OutputReader(errors.fileHandleForReading))
      }
      let output = Pipe()
      process.standardOutput = output
      process.standardError = errors
      try process.run()
      // Else the end of the text would never come.
      try? output.fileHandleForWriting.close()
      try? errors.fileHandleForWriting.close()
      return (OutputReader(output.fileHandleForReading), OutputReader(errors.fileHandleForReading))
    }
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
