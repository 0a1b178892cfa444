public import HTTPWire
public import Logging

/// The configuration of a server.
public struct ServerConfiguration: Sendable {
  /// Where to listen; at least one listener is required.
  public var listeners: [Listener]

  /// The limits on what clients may use.
  public var limits = Limits()

  /// Makes the answer to a malformed request, from the fault and what is known of the request; by default one line of
  /// plain text.
  public var faultResponse: @Sendable (RequestFault, RequestFragment) -> Response = { fault, _ in
    Response(fault.status, text: fault.sentence + "\n")
  }

  /// Makes the machine of a connection whose client begins with HTTP/2's preface; if nil, that is a bad request.
  public var multiplexed: MultiplexedMachine.Maker?

  /// Receives what an operator should know; requests that succeed are not logged.
  public var logger: Logger

  /// Serves connections that begin with a TLS handshake; if nil, they are refused with an alert.
  public var security: (any ConnectionSecurity)?

  /// Judges each CONNECT: what follows one that is accepted is served as on a new connection; if nil, there are none.
  public var tunnelFault: ConnectionMachine.TunnelFault?

  /// How many event loops share the connections; nil for one per active core.
  public var loopCount: Int?

  /// Creates a configuration with the defaults.
  public init(listeners: [Listener], logger: Logger = Logger(label: "socket-server")) {
    self.listeners = listeners
    self.logger = logger
  }
}
