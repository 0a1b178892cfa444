import Dispatch
import LoopbackClient

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A `willcall serve` that listens; it is killed when nobody needs it any more.
final class RunningServer {
  /// The URLs that it printed, in this order.
  let urls: [String]
  /// Its TCP port.
  let port: UInt16

  private let process: ChildProcess
  private let host: String

  /// Starts `willcall serve --port 0` and waits until it says that it listens.
  ///
  /// - Parameters:
  ///   - arguments: more arguments.
  ///   - takesAnyPort: whether `serve --port 0` is put before the arguments.
  ///   - listeners: how many ready lines to wait for.
  ///   - descriptorLimit: how many descriptors it may have open; `nil`: as many as this process.
  /// - Throws: ``TestFailure`` if it does not come up.
  init(
    _ arguments: [String] = [], takesAnyPort: Bool = true, environment: [String: String] = [:], listeners: Int = 1,
    descriptorLimit: Int? = nil
  ) throws {
    let all = (takesAnyPort ? ["serve", "--port", "0"] : []) + arguments
    if let descriptorLimit {
      // The shell becomes the server, so that the limit is the server's and the number of the process too.
      let script = "ulimit -n \(descriptorLimit) && exec \"$0\" \"$@\""
      process = try ChildProcess("/bin/sh", ["-c", script, Binary.path] + all, environment: environment)
    } else {
      process = try ChildProcess(Binary.path, all, environment: environment)
    }
    let prefix = "listening on "
    let isReady = process.output.wait(until: .now() + .seconds(30)) { text in
      text.hasSuffix("\n") && text.split(separator: "\n").filter { $0.hasPrefix(prefix) }.count == listeners
    }
    guard isReady else {
      throw TestFailure("willcall \(all) did not start: \(process.output.text)\(process.errors.text)")
    }
    urls = process.output.text.split(separator: "\n").filter { $0.hasPrefix(prefix) }
      .map { String($0.dropFirst(prefix.count)) }
    guard let first = urls.first, let colon = first.lastIndex(of: ":"), first.hasPrefix("http://"),
      let port = UInt16(first[first.index(after: colon)...])
    else { throw TestFailure("not a TCP listener: \(urls)") }
    self.port = port
    let name = first[..<colon].dropFirst("http://".count)
    host = name.hasPrefix("[") ? String(name.dropFirst().dropLast()) : String(name)
  }

  /// The URL of the TCP listener.
  var url: String { urls[0] }
  /// The number of the process.
  var processID: Int32 { process.id }
  /// What it wrote on standard output so far.
  var output: String { process.output.text }
  /// What it wrote on standard error so far.
  var errors: String { process.errors.text }
  /// Waits until standard error is as wanted; `false` if the time is up before.
  func waitForErrors(_ seconds: Double = 30, _ isEnough: (String) -> Bool) -> Bool {
    process.errors.wait(until: .now() + seconds, for: isEnough)
  }

  /// Where the TCP listener is.
  var endpoint: Endpoint { .tcp(host: host, port: port) }

  /// A connection to the TCP listener.
  func connect() throws -> HTTPConnection {
    try HTTPConnection(to: endpoint, timeout: .seconds(30))
  }

  /// A partner app with a connection of its own, which keeps the server running.
  func partner(_ key: String = "k") throws -> Partner {
    Partner(try connect(), key: key, server: self)
  }

  /// Sends a signal.
  func send(_ signal: Int32) {
    process.send(signal)
  }

  /// Waits for the end; the exit status.
  func wait() throws -> Int32 {
    try process.wait()
  }

  /// Stops it and waits; the exit status.
  func stop(_ signal: Int32 = SIGTERM) throws -> Int32 {
    send(signal)
    return try wait()
  }
}
