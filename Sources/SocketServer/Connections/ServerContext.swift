import HTTPWire
import Logging
import Synchronization

/// State shared by all loops and connections of a server.
final class ServerContext: Sendable {
  let handler: any RequestHandling
  let limits: Limits
  let keepAliveLines: [UInt8]
  let multiplexed: MultiplexedMachine.Maker?
  let security: (any ConnectionSecurity)?
  let tunnelFault: ConnectionMachine.TunnelFault?
  let faultResponse: @Sendable (RequestFault, RequestFragment) -> Response
  let logger: Logger

  /// The number of connections whose socket is open, including refused ones.
  let openConnections = Atomic(0)

  /// How long further clients with trouble about TLS are not logged.
  private static let silence = Duration.seconds(60)

  // Guards the time when one was last logged; several loops may meet one at once.
  private let lastTrouble = Mutex<ContinuousClock.Instant?>(nil)

  init(_ configuration: ServerConfiguration, handler: any RequestHandling) {
    self.handler = handler
    limits = configuration.limits
    keepAliveLines = ConnectionMachine.keepAliveLines(limits)
    multiplexed = configuration.multiplexed
    security = configuration.security
    tunnelFault = configuration.tunnelFault
    faultResponse = configuration.faultResponse
    logger = configuration.logger
  }

  /// Logs a client that speaks TLS to a server without it.
  func metTLS() {
    warn("this port speaks http, not https: a client began with a TLS handshake and was refused")
  }

  /// Logs that the encryption of a connection failed.
  func securityFailed(_ reason: String) {
    warn("a TLS connection failed: \(reason)")
  }

  /// Logs at most once a minute, because clients retry again and again.
  private func warn(_ sentence: @autoclosure () -> String) {
    let now = ContinuousClock.now
    let isSaid = lastTrouble.withLock { last in
      if let last, now - last < Self.silence { return false }
      last = now
      return true
    }
    guard isSaid else { return }
    logger.warning("\(sentence())")
  }
}
