public import Determinism
import HTTPTypes
import HTTPWire
import JSONText
public import Synchronization

/// Whether a server is ready; what `GET /__willcall/health` answers.
public final class ServiceStatus: Sendable {
  /// The phases of a server's life.
  public enum Phase: Int, Sendable, AtomicRepresentable {
    /// Not listening yet.
    case starting
    /// Answering.
    case ready
    /// Finishing what is under way.
    case draining
  }

  private let phase = Atomic<Phase>(.starting)
  /// The version of the program.
  let version: String
  /// When it began to start, in real time.
  let startedAt: Instant
  private let realTime: @Sendable () -> Instant

  /// Makes the status of a server that is starting.
  public init(version: String, realTime: @escaping @Sendable () -> Instant) {
    self.version = version
    self.realTime = realTime
    startedAt = realTime()
  }

  /// Enters a phase.
  public func enter(_ next: Phase) {
    phase.store(next, ordering: .releasing)
  }

  /// Seconds of real time since the start.
  var uptimeInSeconds: Int64 {
    max(0, (realTime().millisecondsSinceEpoch - startedAt.millisecondsSinceEpoch) / 1000)
  }

  func health(at sandboxTime: Instant) -> Response {
    let phase = phase.load(ordering: .acquiring)
    var writer = JSONWriter()
    writer.object { body in
      body.string("status", phase == .ready ? "healthy" : phase == .starting ? "starting" : "draining")
      body.string("version", version)
      body.integer("uptimeInSeconds", uptimeInSeconds)
      body.string("timestamp", sandboxTime.rfc3339)
    }
    return Response(
      status: phase == .ready ? .ok : .serviceUnavailable,
      fields: [.contentType: "application/json", .date: HTTPDate.string(for: sandboxTime)], body: writer.bytes)
  }
}
