#if HTTP2
  import CNghttp2
  public import HTTPWire

  // Time, and the end of the connection from outside.
  extension HTTP2Machine {
    /// How many pulses a time takes; one more, because the current one has already begun.
    private func pulses(_ time: Duration) -> Int { Int((time / interval).rounded(.up)) + 1 }

    private func isOver(_ time: Duration, since start: Int) -> Bool { pulse - start >= pulses(time) }

    /// Reports that the pulse is over: everything that is late ends.
    public func timerFired(_ timer: ConnectionMachine.Timer) {
      guard timer == .pulse else { return }
      pulseEnded()
      allowance.refill(seconds: interval / .seconds(1))
      switch phase {
      case .lingering(let since):
        if isOver(limits.lingerTimeout, since: since) { abort() }
        return
      case .aborting, .closed:
        return
      case .open, .ending:
        break
      }
      if unwritten > 0, isOver(limits.idleTimeout, since: lastWrite) { return abort() }
      if !hasSettings, isOver(limits.headerTimeout, since: 0) { return terminate(NGHTTP2_SETTINGS_TIMEOUT) }
      if let headSince, isOver(limits.headerTimeout, since: headSince) {
        return terminate(NGHTTP2_ENHANCE_YOUR_CALM)
      }
      for stream in Array(streams.values) { endIfLate(stream) }
      if streams.isEmpty, unwritten == 0, isOver(limits.idleTimeout, since: idleSince) { shutDown() }
    }

    private func endIfLate(_ stream: HTTP2Stream) {
      switch stream.phase {
      case .receiving where isOver(limits.bodyTimeout, since: stream.lastProgress):
        stream.request.fail(.bodyTimeout)
        handle(stream)
      case .answering where isOver(limits.idleTimeout, since: stream.lastProgress):
        // The client has not opened its window for this long.
        if let content = stream.content, content.unsent > 0 { reset(stream, NGHTTP2_CANCEL) }
      default:
        break
      }
    }

    /// Reports that the peer will send no more: requests that are complete are still answered.
    public func peerClosed() {
      peerIsDone = true
      endUnbounded()
      for stream in streams.values where stream.phase == .receiving { reset(stream, NGHTTP2_CANCEL) }
    }

    /// Reports that the server is stopping: a GOAWAY, and the connection ends with the last answer.
    public func drain() {
      shutDown()
      endUnbounded()
    }

    /// Ends answers without an end of their own.
    private func endUnbounded() {
      for stream in Array(streams.values) {
        if stream.phase == .hanging, !stream.isCutByUs { reset(stream, NGHTTP2_NO_ERROR) }
        if stream.content?.ending == .open { finish(stream) }
      }
    }
  }
#endif
