#if HTTP2
  import CNghttp2
  public import HTTPWire

  // Answers, and how they are delivered.
  extension HTTP2Machine {
    private func awaited(_ id: ExchangeID) -> HTTP2Stream? {
      guard let stream = streams[Int32(truncatingIfNeeded: id.number)], stream.phase == .handling else { return nil }
      return stream
    }

    /// Reports the answer to a request; a fault touches no other stream.
    public func answered(_ id: ExchangeID, with response: Response, delivery: Delivery) -> Bool {
      guard let stream = awaited(id) else { return false }
      switch delivery {
      case .plain:
        send(response, on: stream, OutgoingContent(response.body, ending: .complete))
      case .truncated(let count):
        let start = Array(response.body.prefix(max(0, count)))
        send(response, on: stream, OutgoingContent(start, ending: .cut))
      case .drip(let count, let pause):
        let drip = (step: max(1, count), pause: pause)
        send(response, on: stream, OutgoingContent(response.body, ending: .complete, drip: drip))
      case .hang:
        stream.phase = .hanging
        if isEnding || peerIsDone { reset(stream, NGHTTP2_NO_ERROR) }
      case .reset: reset(stream, NGHTTP2_INTERNAL_ERROR)
      case .empty: reset(stream, NGHTTP2_NO_ERROR)
      case .raw: reset(stream, NGHTTP2_PROTOCOL_ERROR)
      case .refused: reset(stream, NGHTTP2_REFUSED_STREAM)
      case .goAway: goAway(before: stream)
      }
      return true
    }

    private var isEnding: Bool { if case .open = phase { false } else { true } }

    /// Submits an answer with content that is read as the client takes it.
    func send(_ response: Response, on stream: HTTP2Stream, _ content: OutgoingContent, isStream: Bool = false) {
      stream.phase = .answering
      stream.lastProgress = pulse
      let isHead = stream.request.isHead
      // Content of no length still has an end, or is cut off.
      let isEmpty = content.isExhausted && content.unsent == 0 && content.ending == .complete
      let hasContent = response.mayHaveContent && !isHead && !isEmpty
      if hasContent { stream.content = content }
      var reader = nghttp2_data_provider()
      reader.read_callback = HTTP2Session.contentReader
      ResponseFields(response, isHead: isHead, isStream: isStream).withPairs { pairs, count in
        if hasContent {
          _ = nghttp2_submit_response(session, stream.id, pairs, count, &reader)
        } else {
          _ = nghttp2_submit_response(session, stream.id, pairs, count, nil)
        }
      }
      if content.ending == .cut { stream.isCutByUs = true }
      if response.asksToClose { shutDown() }
    }

    /// Ends a stream of the server's own will.
    func reset(_ stream: HTTP2Stream, _ code: nghttp2_error_code) {
      stream.isCutByUs = true
      if stream.phase != .answering { stream.phase = .hanging }
      nghttp2_submit_rst_stream(session, UInt8(NGHTTP2_FLAG_NONE.rawValue), stream.id, code.rawValue)
    }

    /// Ends the connection as if the stream, and those after it, had never been looked at; earlier ones go on.
    private func goAway(before stream: HTTP2Stream) {
      stream.phase = .hanging
      phase = .ending
      nghttp2_submit_goaway(
        session, UInt8(NGHTTP2_FLAG_NONE.rawValue), max(0, stream.id - 2), NGHTTP2_NO_ERROR.rawValue, nil, 0)
    }

    /// What there is for a DATA frame.
    enum Taken {
      case bytes(Int, isLast: Bool)
      case nothingYet
      case cut
    }

    func takeContent(of id: Int32, into buffer: UnsafeMutableBufferPointer<UInt8>) -> Taken {
      guard let stream = streams[id], var content = stream.content else { return .cut }
      defer { stream.content = content }
      let count = content.take(into: buffer)
      if content.isExhausted, content.ending == .complete { return .bytes(count, isLast: true) }
      if count > 0 { return .bytes(count, isLast: false) }
      if content.isExhausted { return .cut }
      content.isDeferred = true
      if let drip = content.drip, content.awaitsStep { note(.wakeExchange(stream.exchange, after: drip.pause)) }
      return .nothingYet
    }

    /// Reports that the pause of a drip is over.
    public func woke(_ id: ExchangeID) {
      guard let stream = streams[Int32(truncatingIfNeeded: id.number)] else { return }
      stream.content?.takeStep()
      resume(stream)
    }

    private func resume(_ stream: HTTP2Stream) {
      guard stream.content?.isDeferred == true else { return }
      stream.content?.isDeferred = false
      stream.lastProgress = pulse
      nghttp2_session_resume_data(session, stream.id)
    }

    // MARK: - Streams

    private func streaming(_ id: ExchangeID) -> HTTP2Stream? {
      guard let stream = streams[Int32(truncatingIfNeeded: id.number)], stream.content?.ending == .open else {
        return nil
      }
      return stream
    }

    /// Whether a request is being answered with a stream.
    public func isStreaming(_ id: ExchangeID) -> Bool { streaming(id) != nil }

    /// Reports that the answer to a request is a stream.
    public func streamStarted(_ id: ExchangeID, head: Response) -> Bool {
      guard let stream = awaited(id) else { return false }
      let isOver = isEnding || peerIsDone || stream.request.isHead || !head.mayHaveContent
      send(head, on: stream, OutgoingContent(head.body, ending: isOver ? .complete : .open), isStream: true)
      return true
    }

    /// Reports a piece of a stream; a client that does not read is cut off.
    public func streamSent(_ id: ExchangeID, _ piece: [UInt8]) {
      guard let stream = streaming(id), !piece.isEmpty else { return }
      guard stream.content?.unsent ?? 0 <= limits.unsentStreamBytes else { return streamOverran(id) }
      if stream.content?.unsent == 0 { stream.lastProgress = pulse }
      stream.content?.append(piece)
      resume(stream)
    }

    /// Reports that a stream has lost pieces; it is cut off.
    public func streamOverran(_ id: ExchangeID) {
      guard let stream = streaming(id) else { return }
      stream.content?.ending = .cut
      reset(stream, NGHTTP2_ENHANCE_YOUR_CALM)
    }

    /// Reports that a stream is complete.
    public func streamFinished(_ id: ExchangeID) {
      guard let stream = streaming(id) else { return }
      finish(stream)
    }

    func finish(_ stream: HTTP2Stream) {
      stream.content?.ending = .complete
      resume(stream)
    }
  }
#endif
