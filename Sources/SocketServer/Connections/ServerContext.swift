import HTTPWire
import Logging
import Synchronization

/// What all loops and connections of a server share.
final class ServerContext: Sendable {
  let handler: any RequestHandling
  let limits: Limits
  let faultResponse: @Sendable (RequestFault, RequestFragment) -> Response
  let logger: Logger

  /// Connections whose socket is open, refused ones included.
  let openConnections = Atomic(0)

  init(_ configuration: ServerConfiguration, handler: any RequestHandling) {
    self.handler = handler
    limits = configuration.limits
    faultResponse = configuration.faultResponse
    logger = configuration.logger
  }
}
