import Dispatch
import HTTPWire
import Logging
import Synchronization

/// An HTTP/1.1 server on sockets: event loops that never block, with each connection confined to one of them.
///
/// Runs from ``start(_:handler:)`` until ``stop()``, even if nothing holds a reference to it.
public final class Server: Sendable {
  private enum Phase {
    case running
    case stopping([CheckedContinuation<Void, Never>])
    case stopped
  }

  /// The addresses on which the server listens, one for each listener, in the order of the configuration.
  ///
  /// For `localhost` it is 127.0.0.1 if there is IPv4; ::1 then has the same port.
  public let addresses: [ListeningAddress]

  private let loops: [LoopBound<EventLoop>]
  private let acceptors: [LoopBound<Acceptor>]
  private let context: ServerContext
  private let phase = Mutex(Phase.running)

  /// Starts a server; it is listening when this returns.
  ///
  /// Raises the soft limit of open descriptors to the hard one.
  ///
  /// - Throws: ``SocketError`` if a listener cannot be opened; then none is left open.
  public static func start(
    _ configuration: ServerConfiguration, handler: any RequestHandling
  ) throws(SocketError) -> Server {
    checkDescriptorLimit(configuration)
    var listening: [[ListeningSocket]] = []
    do throws(SocketError) {
      for listener in configuration.listeners { listening.append(try ListeningSocket.open(listener)) }
    } catch {
      for socket in listening.joined() { socket.close() }
      throw error
    }
    return Server(configuration, handler: handler, listening: listening)
  }

  private static func checkDescriptorLimit(_ configuration: ServerConfiguration) {
    guard let limit = DescriptorLimit.raise(), limit < configuration.limits.connections else { return }
    configuration.logger.warning(
      "the process may open fewer file descriptors than the server allows connections",
      metadata: ["descriptors": "\(limit)", "connections": "\(configuration.limits.connections)"])
  }

  private init(_ configuration: ServerConfiguration, handler: any RequestHandling, listening: [[ListeningSocket]]) {
    let context = ServerContext(configuration, handler: handler)
    let loopCount = max(1, configuration.loopCount ?? ProcessorCount.active)
    let loops = (0..<loopCount).map { number in
      let poller = PollerChoice.make(label: "event-loop-\(number)")
      return LoopBound(EventLoop(poller: poller, limits: configuration.limits), on: poller)
    }
    self.context = context
    self.loops = loops
    addresses = listening.compactMap(\.first?.address)
    acceptors = listening.joined().enumerated().map { number, socket in
      let home = loops[number % loopCount]
      return LoopBound(Acceptor(socket, home: home, loops: loops, context: context), on: home.poller)
    }
    for acceptor in acceptors {
      acceptor.enqueue { $0.start() }
    }
  }

  /// Stops the server: it accepts no more connections, closes idle ones, and answers requests that have arrived.
  ///
  /// Returns when every socket is closed, at the latest after ``Limits/drainTimeout``, when whatever remains is cut
  /// off. Further calls wait for the first.
  public func stop() async {
    await withCheckedContinuation { continuation in
      let isFirst = phase.withLock { phase in
        switch phase {
        case .running:
          phase = .stopping([continuation])
          return true
        case .stopping(let waiting):
          phase = .stopping(waiting + [continuation])
        case .stopped:
          continuation.resume()
        }
        return false
      }
      if isFirst { stopAccepting() }
    }
  }

  private func stopAccepting() {
    let group = DispatchGroup()
    for acceptor in acceptors {
      group.enter()
      acceptor.enqueue { $0.stop { group.leave() } }
    }
    group.notify(queue: .global()) { self.drain() }
  }

  /// Runs after the acceptors have ended, so that connections on their way to a loop arrive there first.
  private func drain() {
    let group = DispatchGroup()
    let time = context.limits.drainTimeout
    for loop in loops {
      group.enter()
      loop.enqueue { $0.drain(within: time) { group.leave() } }
    }
    group.notify(queue: .global()) { self.finish() }
  }

  private func finish() {
    let waiting = phase.withLock { phase in
      guard case .stopping(let waiting) = phase else { return [CheckedContinuation<Void, Never>]() }
      phase = .stopped
      return waiting
    }
    for continuation in waiting { continuation.resume() }
  }
}
