#if HTTP2
  import CNghttp2
  import HTTPTypes
  public import HTTPWire

  /// The state machine of one HTTP/2 connection (RFC 9113): events in, actions out; no socket and no clock.
  ///
  /// libnghttp2 reads and writes the frames. What a client may use is limited here: streams, memory, time, and frames
  /// that are of no use. Not `Sendable`, like the connection it belongs to.
  public final class HTTP2Machine: MultiplexedMachine {
    enum Phase {
      case open
      /// A GOAWAY is on its way; the connection ends with its last stream.
      case ending
      /// Everything has been sent; the client has some time to close.
      case lingering(since: Int)
      case aborting
      case closed
    }

    /// The most requests at a time on one connection.
    public static let concurrentStreams: UInt32 = 100
    /// How much content a client may send on a stream, and on all of a connection, before it is allowed more, in bytes.
    static let window: (stream: UInt32, connection: Int32) = (256 * 1024, 1024 * 1024)
    /// How many bodies of the greatest size may be in memory before they are complete.
    static let heldBodies = 16

    let limits: Limits
    let faultResponse: @Sendable (RequestFault, RequestFragment) -> Response
    var phase = Phase.open
    var streams: [Int32: HTTP2Stream] = [:]
    var allowance = FrameAllowance()
    /// Whether the peer has announced that it will send no more.
    public internal(set) var peerIsDone = false

    /// Bytes of content held for requests that are not complete, and bytes taken for which no window was given back.
    var held = 0
    var owed = 0

    // What time is measured by.
    let interval: Duration
    var pulse = 0
    var hasSettings = false
    /// The pulse at which the header that is arriving began.
    var headSince: Int?
    var idleSince = 0
    var lastWrite = 0

    // What was sent, in bytes since the beginning.
    private var produced: UInt64 = 0
    private var written: UInt64 = 0
    /// Answers that have been handed to the socket's queue, each with the bytes up to its end.
    private var finishing: [(end: UInt64, exchange: ExchangeID)] = []

    private var scanner = FrameScanner()
    private var isTerminated = false
    private var events: [ConnectionMachine.Action] = []
    private var firstEvent = 0
    private var readsNow = true
    private var pulseRuns = false
    // Made first of all, and only nil while it is being made.
    private var owned: HTTP2Session?

    /// Creates the machine of a new connection, which greets the client.
    ///
    /// - Parameter faultResponse: makes the answer to a malformed request, as in HTTP/1.1.
    public init(limits: Limits, faultResponse: @escaping @Sendable (RequestFault, RequestFragment) -> Response) {
      self.limits = limits
      self.faultResponse = faultResponse
      interval = ConnectionMachine.Timer.pulse.duration(in: limits)
      owned = HTTP2Session(for: self)
      greet()
    }

    /// The library's session.
    var session: OpaquePointer? { owned?.pointer }

    private func greet() {
      let settings = [
        nghttp2_settings_entry(
          settings_id: Int32(NGHTTP2_SETTINGS_MAX_CONCURRENT_STREAMS.rawValue), value: Self.concurrentStreams),
        nghttp2_settings_entry(
          settings_id: Int32(NGHTTP2_SETTINGS_INITIAL_WINDOW_SIZE.rawValue), value: Self.window.stream),
        nghttp2_settings_entry(
          settings_id: Int32(NGHTTP2_SETTINGS_MAX_HEADER_LIST_SIZE.rawValue),
          value: UInt32(clamping: limits.requestLine + limits.headerBytes)),
        nghttp2_settings_entry(settings_id: Int32(NGHTTP2_SETTINGS_NO_RFC7540_PRIORITIES.rawValue), value: 1),
      ]
      nghttp2_submit_settings(session, UInt8(NGHTTP2_FLAG_NONE.rawValue), settings, settings.count)
      nghttp2_session_set_local_window_size(session, UInt8(NGHTTP2_FLAG_NONE.rawValue), 0, Self.window.connection)
    }

    // MARK: - Actions

    /// The next thing to do; nil until another event is reported.
    public func nextAction() -> ConnectionMachine.Action? {
      if let event = takeEvent() { return event }
      switch phase {
      case .closed: return nil
      case .aborting:
        phase = .closed
        return .close
      case .open, .ending:
        let bytes = collect()
        if !bytes.isEmpty { return .write(bytes) }
      case .lingering: break
      }
      return takeEvent() ?? advance() ?? adjustReading() ?? adjustTimer()
    }

    /// Has the driver do something, after everything before it.
    func note(_ event: ConnectionMachine.Action) {
      events.append(event)
    }

    private func takeEvent() -> ConnectionMachine.Action? {
      guard firstEvent < events.count else { return nil }
      defer {
        firstEvent += 1
        if firstEvent == events.count {
          events.removeAll(keepingCapacity: true)
          firstEvent = 0
        }
      }
      return events[firstEvent]
    }

    /// Frames to be sent, as many as the client's reading allows.
    private func collect() -> [UInt8] {
      var bytes: [UInt8] = []
      while unwritten < limits.unwrittenBytes {
        var piece: UnsafePointer<UInt8>?
        let count = nghttp2_session_mem_send(session, &piece)
        guard count > 0, let piece else {
          if count < 0 { abort() }
          break
        }
        // The library's bytes are valid until it is called again.
        bytes.append(contentsOf: UnsafeBufferPointer(start: piece, count: count))
        if unwritten == 0 { lastWrite = pulse }
        produced += UInt64(count)
      }
      return bytes
    }

    /// Ends the connection once there is nothing left to do.
    private func advance() -> ConnectionMachine.Action? {
      let isEnding: Bool
      switch phase {
      case .open: isEnding = peerIsDone
      case .ending: isEnding = true
      case .aborting:
        phase = .closed
        return .close
      case .lingering, .closed: return nil
      }
      guard unwritten == 0, nghttp2_session_want_write(session) == 0 else { return nil }
      guard isEnding && streams.isEmpty || nghttp2_session_want_read(session) == 0 else { return nil }
      abandonAll()
      phase = peerIsDone ? .closed : .lingering(since: pulse)
      note(peerIsDone ? .close : .closeWriting)
      return takeEvent()
    }

    private func adjustReading() -> ConnectionMachine.Action? {
      let wantsReading: Bool
      switch phase {
      case _ where peerIsDone: wantsReading = false
      case .open, .ending: wantsReading = unwritten < limits.unwrittenBytes
      case .lingering: wantsReading = true
      case .aborting, .closed: return nil
      }
      guard wantsReading != readsNow else { return nil }
      readsNow = wantsReading
      return wantsReading ? .resumeReading : .pauseReading
    }

    private func adjustTimer() -> ConnectionMachine.Action? {
      guard !pulseRuns else { return nil }
      if case .closed = phase { return nil }
      pulseRuns = true
      return .startTimer(.pulse)
    }

    // MARK: - Bytes

    /// The bytes that the socket has not accepted yet.
    var unwritten: Int { Int(produced - written) }

    /// Whether the socket has accepted all complete answers.
    public var hasSentEverything: Bool {
      unwritten == 0 && streams.values.allSatisfy { $0.phase != .answering }
    }

    /// Reports that the socket accepted `count` more bytes.
    public func wrote(_ count: Int) {
      written += UInt64(count)
      lastWrite = pulse
      let done = finishing.prefix { $0.end <= written }
      for answer in done { note(.finished(answer.exchange)) }
      finishing.removeFirst(done.count)
    }

    /// Notes that the end of an answer is among what has been produced.
    func finishes(_ exchange: ExchangeID) {
      finishing.append((produced, exchange))
    }

    /// Reports bytes from the peer.
    public func received(_ bytes: UnsafeBufferPointer<UInt8>) {
      switch phase {
      case .open, .ending: break
      case .lingering, .aborting, .closed: return
      }
      guard !isTerminated else { return }
      var isFlood = false
      let count = scanner.scan(bytes) { head in
        isFlood = !allowance.received(head)
        return !isFlood
      }
      let outcome = nghttp2_session_mem_recv(session, bytes.baseAddress, count)
      if outcome < 0 {
        terminate(Self.code(of: outcome))
      } else if isFlood {
        terminate(NGHTTP2_ENHANCE_YOUR_CALM)
      }
    }

    private static func code(of failure: Int) -> nghttp2_error_code {
      switch failure {
      case Int(NGHTTP2_ERR_BAD_CLIENT_MAGIC.rawValue): NGHTTP2_PROTOCOL_ERROR
      case Int(NGHTTP2_ERR_FLOODED.rawValue): NGHTTP2_ENHANCE_YOUR_CALM
      default: NGHTTP2_INTERNAL_ERROR
      }
    }

    // MARK: - The end

    /// Ends the connection because of what the client did: a GOAWAY that says why, and no more answers.
    func terminate(_ code: nghttp2_error_code) {
      guard !isTerminated else { return }
      isTerminated = true
      nghttp2_session_terminate_session(session, code.rawValue)
      phase = .ending
      abandonAll()
    }

    /// Tells the client to make no more requests here; those that have begun to arrive are answered.
    func shutDown() {
      guard case .open = phase else { return }
      phase = .ending
      nghttp2_submit_goaway(
        session, UInt8(NGHTTP2_FLAG_NONE.rawValue), nghttp2_session_get_last_proc_stream_id(session),
        NGHTTP2_NO_ERROR.rawValue, nil, 0)
    }

    private func abandonAll() {
      for stream in streams.values where stream.wasHandled { note(.abandoned(stream.exchange)) }
      streams = [:]
    }

    /// Closes the connection whatever it is doing.
    public func abort() {
      switch phase {
      case .aborting, .closed: break
      case .open, .ending, .lingering:
        events = []
        firstEvent = 0
        phase = .aborting
      }
    }

    /// Notes that the running timer is over; ``nextAction()`` starts it again.
    func pulseEnded() {
      pulseRuns = false
      pulse += 1
    }
  }
#endif
