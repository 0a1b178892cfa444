import HTTPWire

/// What stands between a socket and the state machine of its connection once the client has begun a TLS handshake.
///
/// Answers wait as plaintext and are encrypted when the socket has room, a few records at a time, so a client that does
/// not read costs no more memory than without encryption.
final class SecureLayer {
  /// How much is encrypted before it is sent.
  private static let batch = 64 * 1024

  /// How much may wait for a client that makes the encryption itself answer, by asking for new keys again and again.
  private static let limit = 256 * 1024

  private let session: any SecureSession

  /// The tick by which the handshake has to be complete.
  private let deadline: UInt64

  /// Bytes for the peer for which the socket had no room; those of the session come behind them.
  private var waiting: [UInt8] = []
  private var waitingStart = 0

  /// How many bytes of answers are encrypted, but not accepted by the socket.
  private var sealedAnswers = 0

  private var hasFailed = false
  private var hasAgreed = false

  /// Whether the sending side is to be shut down once everything is sent.
  var endsWriting = false

  init(_ session: any SecureSession, deadline: UInt64) {
    self.session = session
    self.deadline = deadline
  }

  /// Whether the client has taken too long for its handshake.
  func isLate(at tick: UInt64) -> Bool { deadline <= tick && !session.isEstablished && !hasFailed }

  /// Whether there is something to send besides answers that are still to be encrypted.
  var hasSealed: Bool { !waiting.isEmpty || session.outputCount > 0 }

  /// Decrypts bytes from the peer for `machine`, using `buffer`, in which they may lie themselves.
  ///
  /// - Returns: why the encryption failed, if it has just done so.
  func open(
    _ bytes: UnsafeRawBufferPointer, with buffer: UnsafeMutableRawBufferPointer, for machine: inout ConnectionMachine
  ) -> String? {
    // What follows a failure is read only so that the client can read the alert before it sees a reset.
    guard !hasFailed else { return nil }
    session.received(bytes)
    var failure: String?
    reading: while true {
      switch session.read(into: buffer) {
      case .bytes(let count):
        if !hasAgreed {
          hasAgreed = true
          if session.agreedProtocol == "h2" { machine.agreedOnHTTP2() }
        }
        machine.received(UnsafeBufferPointer(rebasing: buffer.bindMemory(to: UInt8.self)[..<count]))
      case .needsMore:
        break reading
      case .end:
        machine.peerClosed()
        break reading
      case .failed(let reason):
        hasFailed = true
        failure = reason
        break reading
      }
    }
    if failure == nil, waiting.count - waitingStart + session.outputCount > Self.limit {
      hasFailed = true
      failure = "the client sends, but does not read what it asks for"
    }
    return failure
  }

  /// Says that no more follows; does nothing before the handshake is complete, after a failure, and the second time.
  func close() {
    guard session.isEstablished, !hasFailed else { return }
    session.close()
  }

  /// What became of an attempt to send.
  enum Sending {
    /// Everything was sent that can be.
    case done
    /// The socket has no room for the rest.
    case wouldBlock
    case failed
  }

  /// Sends what is sealed and then the answers, as far as the socket accepts them.
  ///
  /// - Parameters:
  ///   - answers: what is still to be encrypted.
  ///   - start: how many bytes of its first piece have been.
  /// - Returns: also how many bytes of answers the socket has accepted.
  func send(
    _ answers: inout OutgoingBytes, from start: inout Int, on socket: Socket
  ) -> (sending: Sending, arrived: Int) {
    var arrived = 0
    while true {
      let outcome: Socket.Outcome
      if waiting.isEmpty {
        seal(&answers, from: &start)
        guard session.outputCount > 0 else { return (.done, arrived) }
        outcome = session.takeOutput { bytes in
          let outcome = socket.write(bytes, moreFollows: !answers.isEmpty)
          keep(bytes, after: outcome)
          return outcome
        }
      } else {
        outcome = waiting.withUnsafeBytes { bytes in
          socket.write(
            UnsafeRawBufferPointer(rebasing: bytes[waitingStart...]),
            moreFollows: session.outputCount > 0 || !answers.isEmpty)
        }
        if case .bytes(let count) = outcome { accepted(count) }
      }
      switch outcome {
      case .bytes:
        guard waiting.isEmpty else { continue }
        arrived += sealedAnswers
        sealedAnswers = 0
      case .wouldBlock:
        return (.wouldBlock, arrived)
      case .end, .failed:
        return (.failed, arrived)
      }
    }
  }

  /// Keeps what the socket has not accepted.
  private func keep(_ bytes: UnsafeRawBufferPointer, after outcome: Socket.Outcome) {
    switch outcome {
    case .bytes(let count): if count < bytes.count { waiting = Array(bytes[count...]) }
    case .wouldBlock: waiting = Array(bytes)
    case .end, .failed: break
    }
  }

  private func accepted(_ count: Int) {
    waitingStart += count
    guard waitingStart == waiting.count else { return }
    waiting = []
    waitingStart = 0
  }

  /// Encrypts answers until a batch of them is ready.
  private func seal(_ answers: inout OutgoingBytes, from start: inout Int) {
    while sealedAnswers < Self.batch, !answers.isEmpty {
      let count = answers.firstPiece.withUnsafeBytes { session.write(UnsafeRawBufferPointer(rebasing: $0[start...])) }
      guard count > 0 else { break }
      sealedAnswers += count
      start += count
      if start == answers.firstPiece.count {
        _ = answers.popFirst()
        start = 0
      }
    }
  }
}
