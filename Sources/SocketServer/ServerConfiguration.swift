public import HTTPWire
public import Logging

/// What a server is started with.
public struct ServerConfiguration: Sendable {
  /// Where to listen; at least one.
  public var listeners: [Listener]

  /// What clients may use up.
  public var limits = Limits()

  /// Makes the answer to a request that is wrong on the wire, from what is wrong and what is known of the
  /// request; one line of plain text unless set.
  public var faultResponse: @Sendable (RequestFault, RequestFragment) -> Response = { fault, _ in
    Response(fault.status, text: fault.sentence + "\n")
  }

  /// Hears of what an operator should know; nothing is logged for a request that goes well.
  public var logger: Logger

  /// How many event loops share the connections; nil for one per active core.
  public var loopCount: Int?

  /// Creates a configuration with the defaults.
  public init(listeners: [Listener], logger: Logger = Logger(label: "socket-server")) {
    self.listeners = listeners
    self.logger = logger
  }
}
