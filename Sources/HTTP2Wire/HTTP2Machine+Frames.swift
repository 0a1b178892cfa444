#if HTTP2
  import CNghttp2
  import HTTPWire

  // What the library tells while it reads and writes frames. Nothing here calls back into reading or writing.
  extension HTTP2Machine {
    private func isRequest(_ frame: nghttp2_frame) -> Bool { frame.headers.cat == NGHTTP2_HCAT_REQUEST }

    private func hasFlag(_ flag: nghttp2_flag, _ frame: nghttp2_frame) -> Bool {
      frame.hd.flags & UInt8(flag.rawValue) != 0
    }

    func headBegan(_ frame: nghttp2_frame) {
      headSince = pulse
      guard isRequest(frame) else { return }
      streams[frame.hd.stream_id] = HTTP2Stream(id: frame.hd.stream_id, limits: limits, pulse: pulse)
    }

    /// - Returns: whether reading goes on.
    func headHas(
      _ name: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>, in frame: nghttp2_frame
    ) -> Bool {
      guard let stream = streams[frame.hd.stream_id] else { return true }
      stream.request.add(name, value, isTrailer: !isRequest(frame))
      guard stream.request.isAbsurd else { return true }
      terminate(NGHTTP2_ENHANCE_YOUR_CALM)
      return false
    }

    /// The library leaves an invalid field out; the request is refused as it is in HTTP/1.1.
    func headHasInvalidField(_ frame: nghttp2_frame) {
      streams[frame.hd.stream_id]?.request.fail(.badField)
    }

    /// A frame has arrived completely; a header with all of its CONTINUATION frames.
    func frameArrived(_ frame: nghttp2_frame) {
      switch UInt32(frame.hd.type) {
      case NGHTTP2_HEADERS.rawValue:
        headSince = nil
        guard let stream = streams[frame.hd.stream_id] else { return }
        if isRequest(frame) { stream.request.finishHeader() }
        if hasFlag(NGHTTP2_FLAG_END_STREAM, frame) { stream.requestIsComplete = true }
        headArrived(stream)
      case NGHTTP2_DATA.rawValue where hasFlag(NGHTTP2_FLAG_END_STREAM, frame):
        guard let stream = streams[frame.hd.stream_id] else { return }
        stream.requestIsComplete = true
        handle(stream)
      case NGHTTP2_SETTINGS.rawValue:
        hasSettings = true
      case NGHTTP2_GOAWAY.rawValue:
        shutDown()
      default:
        break
      }
    }

    private func headArrived(_ stream: HTTP2Stream) {
      guard stream.phase == .receiving else { return }
      if stream.requestIsComplete || stream.request.fault != nil { return handle(stream) }
      guard stream.request.expectsContinue else { return }
      ResponseFields(interim: 100).withPairs { pairs, count in
        _ = nghttp2_submit_headers(session, UInt8(NGHTTP2_FLAG_NONE.rawValue), stream.id, nil, pairs, count, nil)
      }
    }

    /// Has a request answered that is complete, or of which something is wrong.
    func handle(_ stream: HTTP2Stream) {
      guard stream.phase == .receiving else { return }
      release(stream)
      guard let request = stream.request.take() else { return refuse(stream) }
      stream.phase = .handling
      stream.wasHandled = true
      note(.handle(request, stream.exchange))
    }

    /// Answers what is wrong with a request.
    private func refuse(_ stream: HTTP2Stream) {
      let response = faultResponse(stream.request.fault ?? .badRequestLine, stream.request.fragment)
      send(response, on: stream, OutgoingContent(response.body, ending: .complete))
    }

    func dataArrived(_ bytes: UnsafeBufferPointer<UInt8>, on id: Int32) {
      if let stream = streams[id], stream.phase == .receiving {
        held -= stream.request.body.count
        stream.request.add(bytes)
        held += stream.request.body.count
        if stream.request.fault != nil { handle(stream) }
      }
      nghttp2_session_consume_stream(session, id, bytes.count)
      owed += bytes.count
      giveWindowBack()
    }

    /// Notes that the content of a request is no longer held as part of an incomplete one.
    private func release(_ stream: HTTP2Stream) {
      held -= stream.request.body.count
      giveWindowBack()
    }

    private func giveWindowBack() {
      guard owed > 0, held <= Self.heldBodies * limits.body else { return }
      nghttp2_session_consume_connection(session, owed)
      owed = 0
    }

    /// A frame has been handed to the socket's queue.
    func frameLeft(_ frame: nghttp2_frame) {
      let stream = streams[frame.hd.stream_id]
      switch UInt32(frame.hd.type) {
      case NGHTTP2_DATA.rawValue:
        stream?.lastProgress = pulse
        allowance.sentData()
      case NGHTTP2_HEADERS.rawValue:
        stream?.lastProgress = pulse
      case NGHTTP2_RST_STREAM.rawValue:
        let isOurWill = stream?.isCutByUs ?? false || frame.rst_stream.error_code == NGHTTP2_NO_ERROR.rawValue
        if !isOurWill, !allowance.hadToReset() { terminate(NGHTTP2_ENHANCE_YOUR_CALM) }
        return
      default:
        return
      }
      guard hasFlag(NGHTTP2_FLAG_END_STREAM, frame), let stream else { return }
      stream.isAnswered = true
      // The rest of the request is of no use any more (RFC 9113 §8.1).
      if !stream.requestIsComplete { reset(stream, NGHTTP2_NO_ERROR) }
    }

    /// A stream has ended, in whatever way.
    func streamClosed(_ id: Int32) {
      guard let stream = streams.removeValue(forKey: id) else { return }
      if stream.phase == .receiving { release(stream) }
      if streams.isEmpty { idleSince = pulse }
      guard stream.wasHandled else { return }
      if stream.isAnswered { finishes(stream.exchange) } else { note(.abandoned(stream.exchange)) }
    }
  }
#endif
