#if HTTP2
  /// The content of an answer on its way into DATA frames.
  struct OutgoingContent {
    /// How the content ends.
    enum Ending {
      /// As a complete answer.
      case complete
      /// With a reset of the stream.
      case cut
      /// Not yet: more will be added.
      case open
    }

    private var bytes: [UInt8]
    private var sent = 0
    /// How much of it may be sent now.
    private var ready: Int
    var ending: Ending
    /// Whether the library waits to be told that there is something to send again.
    var isDeferred = false
    /// For content that is sent piece by piece: how much at a time, and after which pause.
    let drip: (step: Int, pause: Duration)?

    init(_ bytes: [UInt8], ending: Ending, drip: (step: Int, pause: Duration)? = nil) {
      self.bytes = bytes
      self.ending = ending
      self.drip = drip
      ready = drip == nil ? bytes.count : 0
    }

    /// How many bytes wait for the client to read.
    var unsent: Int { ready - sent }

    /// Whether everything that will ever be sent has been sent.
    var isExhausted: Bool { sent == bytes.count && ending != .open }

    /// Whether a pause is due before the next piece.
    var awaitsStep: Bool { drip != nil && sent == ready && ready < bytes.count }

    /// Adds what has become available.
    mutating func append(_ piece: [UInt8]) {
      if sent == bytes.count {
        bytes = piece
        sent = 0
      } else {
        // What has been sent is dropped once it is the larger part, so that nothing is moved often.
        if sent > bytes.count / 2 {
          bytes.removeFirst(sent)
          sent = 0
        }
        bytes.append(contentsOf: piece)
      }
      ready = bytes.count
    }

    /// Lets the next piece go, once its pause is over.
    mutating func takeStep() {
      ready = min(bytes.count, ready + (drip?.step ?? 0))
    }

    /// Copies as much as there is room for.
    mutating func take(into buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
      let count = min(buffer.count, unsent)
      bytes.withUnsafeBufferPointer { _ = buffer.update(fromContentsOf: $0[sent..<sent + count]) }
      sent += count
      return count
    }
  }
#endif
