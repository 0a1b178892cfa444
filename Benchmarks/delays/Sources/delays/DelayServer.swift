import Glibc
import HTTPTypes
import HTTPWire
import Logging
import SocketServer
import Synchronization

/// Answers `/NUMBER` after the delay of that number, and notes by how much the event loop missed it.
final class DelayServer: RequestHandling {
  private let errors = Mutex<[Duration]>([])
  private let pending = Atomic(0)
  private let mostPending = Atomic(0)
  private let mostThreads = Atomic(0)

  func handle(_ request: Request, on exchange: Exchange) {
    guard let number = Int(request.target.path.dropFirst()) else { return exchange.answer(Response(text: "ready")) }
    let delay = Main.delay(of: number)
    let due = ContinuousClock.now + delay
    mostPending.max(pending.add(1, ordering: .relaxed).newValue, ordering: .relaxed)
    exchange.after(delay) { [self] in
      let error = ContinuousClock.now - due
      exchange.answer(Response(text: "late"))
      errors.withLock { $0.append(error) }
      if pending.subtract(1, ordering: .relaxed).newValue % 1000 == 0 {
        mostThreads.max(Self.status("Threads"), ordering: .relaxed)
      }
    }
  }

  func run(count: Int) async throws {
    var configuration = ServerConfiguration(listeners: [.tcp(host: "127.0.0.1", port: 0)])
    configuration.limits.connections = count + 100
    let server = try Server.start(configuration, handler: self)
    guard case .tcp(_, let port) = server.addresses[0] else { return }
    let threads = Self.status("Threads")
    let status = Self.runClient(port: port, count: count)
    print("most pending \(mostPending.load(ordering: .relaxed)), client's exit status \(status)")
    Main.report("error on the event loop", errors.withLock { $0 })
    print("threads before \(threads), most while answering \(mostThreads.load(ordering: .relaxed))")
    print("resident \(Self.status("VmRSS") / 1024) MiB, at most \(Self.status("VmHWM") / 1024) MiB")
    await server.stop()
  }

  private static func runClient(port: UInt16, count: Int) -> Int32 {
    var child: pid_t = 0
    let words = ["/proc/self/exe", "client", "\(port)", "\(count)"]
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    guard posix_spawn(&child, words[0], nil, nil, &arguments, environ) == 0 else { return -1 }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    return status
  }

  /// A number of this process that the system knows.
  private static func status(_ name: String) -> Int {
    guard let file = fopen("/proc/self/status", "r") else { return -1 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, Int32(line.count), file) != nil {
      let text = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
      if text.hasPrefix(name + ":") { return Int(text.filter(\.isNumber)) ?? -1 }
    }
    return -1
  }
}
