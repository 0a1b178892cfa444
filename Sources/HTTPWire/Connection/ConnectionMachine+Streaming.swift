// Answers whose content is sent as it becomes available, such as server-sent events.
extension ConnectionMachine {
  /// Whether a request is being answered with a stream.
  public func isStreaming(_ id: ExchangeID) -> Bool { multiplexed?.isStreaming(id) ?? (streamingExchange == id) }

  /// The request of HTTP/1.x that is being answered with a stream.
  public var streamingExchange: ExchangeID? {
    if case .streaming(let stream) = state { stream.exchange } else { nil }
  }

  /// Reports that the answer to the request of ``Action/handle(_:_:)`` is a stream; ignored if no answer is awaited.
  ///
  /// The body of `head` is the first piece. The stream ends at once if there can be no content (for HEAD and statuses
  /// without content), if the peer will send no more, or if the server is stopping.
  ///
  /// - Returns: whether an answer was awaited.
  @discardableResult
  public mutating func streamStarted(_ id: ExchangeID, head: Response) -> Bool {
    if let multiplexed { return multiplexed.streamStarted(id, head: head) }
    guard case .handling(id, var context) = state else { return false }
    let isChunked = context.version == .http11
    if !isChunked || isLastAnswer(head) { context.keepsAlive = false }
    output.append(
      ResponseSerializer.streamHead(
        of: head, context: context, isChunked: isChunked, keepAlive: keepAliveLines))
    guard head.mayHaveContent, !context.isHead else {
      state = context.keepsAlive ? .receiving : .closing
      return true
    }
    let stream = ContentStream(exchange: id, isChunked: isChunked, keepsAlive: context.keepsAlive)
    output.append(stream.framed(head.body))
    state = .streaming(stream)
    if peerIsDone || isDraining { endStream() }
    return true
  }

  /// Reports a piece of a stream; ignored if that stream is not open.
  ///
  /// A client with more than ``Limits/unsentStreamBytes`` still to read is cut off with a reset, so that it notices
  /// that something is missing.
  public mutating func streamSent(_ id: ExchangeID, _ piece: [UInt8]) {
    if let multiplexed { return multiplexed.streamSent(id, piece) }
    guard case .streaming(let stream) = state, stream.exchange == id, !piece.isEmpty else { return }
    guard unsentBytes <= limits.unsentStreamBytes else { return streamOverran(id) }
    output.append(stream.framed(piece))
  }

  /// Reports that a stream has lost pieces because they came faster than they could be sent; it is cut off.
  public mutating func streamOverran(_ id: ExchangeID) {
    if let multiplexed { return multiplexed.streamOverran(id) }
    guard streamingExchange == id else { return }
    output = OutgoingBytes()
    state = .aborting(reset: true)
  }

  /// Reports that a stream is complete; ignored if it is not open.
  public mutating func streamFinished(_ id: ExchangeID) {
    if let multiplexed { return multiplexed.streamFinished(id) }
    guard streamingExchange == id else { return }
    endStream()
  }

  /// Ends the stream so that the client sees it as complete.
  mutating func endStream() {
    guard case .streaming(let stream) = state else { return }
    output.append(stream.end)
    state = stream.keepsAlive && !isDrained ? .receiving : .closing
  }
}
