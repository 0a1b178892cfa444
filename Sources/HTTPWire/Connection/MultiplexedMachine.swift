/// The state machine of a connection that carries many requests at a time, as those of HTTP/2 do.
///
/// It has the events and the actions of ``ConnectionMachine``, which passes everything on to it once a client has begun
/// with its preface. Its ``ConnectionMachine/Action/handle(_:_:)`` may come while earlier requests are being answered;
/// ``ConnectionMachine/Action/finished(_:)`` or ``ConnectionMachine/Action/abandoned(_:)`` ends each.
public protocol MultiplexedMachine: AnyObject {
  /// Makes the machine of a connection, of which nothing has been received.
  typealias Maker =
    @Sendable (Limits, @escaping @Sendable (RequestFault, RequestFragment) -> Response) ->
    any MultiplexedMachine

  /// Whether the peer has announced that it will send no more.
  var peerIsDone: Bool { get }

  /// Whether everything to be sent has been accepted by the socket.
  var hasSentEverything: Bool { get }

  /// The next thing to do; nil until another event is reported.
  func nextAction() -> ConnectionMachine.Action?

  /// Reports bytes from the peer.
  func received(_ bytes: UnsafeBufferPointer<UInt8>)

  /// Reports that the peer will send no more.
  func peerClosed()

  /// Reports the answer to a request; false if none was awaited.
  func answered(_ id: ExchangeID, with response: Response, delivery: Delivery) -> Bool

  /// Reports that the answer to a request is a stream; false if none was awaited.
  func streamStarted(_ id: ExchangeID, head: Response) -> Bool

  /// Reports a piece of a stream.
  func streamSent(_ id: ExchangeID, _ piece: [UInt8])

  /// Reports that a stream has lost pieces.
  func streamOverran(_ id: ExchangeID)

  /// Reports that a stream is complete.
  func streamFinished(_ id: ExchangeID)

  /// Whether a request is being answered with a stream.
  func isStreaming(_ id: ExchangeID) -> Bool

  /// Reports that the time of ``ConnectionMachine/Action/wakeExchange(_:after:)`` has passed.
  func woke(_ id: ExchangeID)

  /// Reports that a timer fired.
  func timerFired(_ timer: ConnectionMachine.Timer)

  /// Reports that the socket accepted `count` more bytes.
  func wrote(_ count: Int)

  /// Reports that the server is stopping.
  func drain()

  /// Closes the connection whatever it is doing.
  func abort()
}
