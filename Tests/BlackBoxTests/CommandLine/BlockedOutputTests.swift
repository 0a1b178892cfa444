import Dispatch
import Foundation
import HTTPTypes
import LoopbackClient
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Outputs that nobody reads, full before the server begins to write.
@Suite(.timeLimit(.minutes(5)))
struct BlockedOutputTests {
  enum Stream: CaseIterable {
    case output
    case errors
  }

  @Test(arguments: [[Stream.output], [.errors], [.output, .errors]], [SIGTERM, SIGINT])
  func serverServesAndEnds(blocked: [Stream], signal: Int32) throws {
    let folder = try TemporaryFolder()
    let fifo = folder.file("ready")
    try #require(mkfifo(fifo, 0o600) == 0)
    // For reading and writing, so that neither side waits for the other.
    let ready = OutputReader(FileHandle(fileDescriptor: open(fifo, O_RDWR), closeOnDealloc: false))
    let (output, errors) = (try Self.fullPipe(), try Self.fullPipe())
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Binary.path)
    process.arguments = ["--port", "0", "--ready-file", fifo, "--log-level", "trace"]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = blocked.contains(.output) ? output.fileHandleForWriting : FileHandle.nullDevice
    process.standardError = blocked.contains(.errors) ? errors.fileHandleForWriting : FileHandle.nullDevice
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    try process.run()
    defer { kill(process.processIdentifier, SIGKILL) }

    try #require(ready.wait(until: .now() + 30) { $0.hasSuffix("\n") })
    let port = try #require(ready.text.firstMatch(of: #/"port":(\d+)/#).flatMap { UInt16($0.output.1) })
    for _ in 0..<100 {
      let connection = try HTTPConnection(host: "127.0.0.1", port: port, timeout: .seconds(30))
      #expect(try connection.request(.get, "/partners/v1/events?apikey=k").status == 200)
    }
    kill(process.processIdentifier, signal)
    #expect(ended.wait(timeout: .now() + 30) == .success)
    #expect(process.terminationReason == .exit && process.terminationStatus == 0)
    withExtendedLifetime((output, errors)) {}
  }

  /// A pipe that takes not one byte more.
  private static func fullPipe() throws -> Pipe {
    let pipe = Pipe()
    let descriptor = pipe.fileHandleForWriting.fileDescriptor
    let flags = fcntl(descriptor, F_GETFL)
    _ = fcntl(descriptor, F_SETFL, flags | O_NONBLOCK)
    let bytes = [UInt8](repeating: 0x78, count: 4096)
    while write(descriptor, bytes, bytes.count) > 0 {}
    while write(descriptor, bytes, 1) > 0 {}
    _ = fcntl(descriptor, F_SETFL, flags)
    return pipe
  }
}
