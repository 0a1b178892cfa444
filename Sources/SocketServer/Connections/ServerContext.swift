import HTTPWire
import Logging
import Synchronization

/// What all loops and connections of a server share.
final class ServerContext: Sendable {
  let handler: any RequestHandling
  let limits: Limits
  let keepAliveLines: [UInt8]
  let faultResponse: @Sendable (RequestFault, RequestFragment) -> Response
  let logger: Logger

  /// Connections whose socket is open, refused ones included.
  let openConnections = Atomic(0)

  /// How long the log is silent about further clients that speak TLS.
  private static let silence = Duration.seconds(60)

  // Guards when the log last told of one; several loops may meet one at once.
  private let lastTLS = Mutex<ContinuousClock.Instant?>(nil)

  init(_ configuration: ServerConfiguration, handler: any RequestHandling) {
    self.handler = handler
    limits = configuration.limits
    keepAliveLines = ConnectionMachine.keepAliveLines(limits)
    faultResponse = configuration.faultResponse
    logger = configuration.logger
  }

  /// Tells of a client that speaks TLS, once a minute at most: clients try again and again.
  func metTLS() {
    let now = ContinuousClock.now
    let isSaid = lastTLS.withLock { last in
      if let last, now - last < Self.silence { return false }
      last = now
      return true
    }
    guard isSaid else { return }
    logger.warning("this port speaks http, not https: a client began with a TLS handshake and was refused")
  }
}
