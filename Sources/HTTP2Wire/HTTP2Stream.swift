#if HTTP2
  import HTTPTypes
  import HTTPWire

  /// One request and its answer.
  final class HTTP2Stream {
    /// Where the exchange stands.
    enum Phase {
      /// The request is arriving.
      case receiving
      /// The request is with its handler.
      case handling
      /// The answer is being sent.
      case answering
      /// There will never be an answer.
      case hanging
    }

    let id: Int32
    var phase = Phase.receiving
    var request: IncomingRequest
    /// Whether the client has sent the whole request.
    var requestIsComplete = false
    /// Whether the request has been given to a handler, which is to learn how it ends.
    var wasHandled = false
    /// Whether the server resets the stream of its own will.
    var isCutByUs = false
    /// Whether the whole answer has been handed to the socket's queue.
    var isAnswered = false
    var content: OutgoingContent?
    /// The pulse at which the client last did what it has to do.
    var lastProgress: Int

    init(id: Int32, limits: Limits, pulse: Int) {
      self.id = id
      request = IncomingRequest(limits: limits)
      lastProgress = pulse
    }

    var exchange: ExchangeID { ExchangeID(number: UInt64(id)) }
  }
#endif
