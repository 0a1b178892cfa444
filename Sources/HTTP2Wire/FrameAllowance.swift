#if HTTP2
  import CNghttp2

  /// What a client may send that is of no use: a stock that is used up by it and refilled by time and by real work.
  ///
  /// Each kind has killed servers: SETTINGS, PING and empty frames that are answered or looked at (CVE-2019-9512, 9515
  /// and 9518), requests reset as soon as they are made (CVE-2023-44487), requests that make the server reset them
  /// (CVE-2025-8671), and heads that never end (CVE-2024-27316).
  struct FrameAllowance {
    /// The most frames at once that neither ask nor answer anything, and how many more each second.
    static let controls = (stock: 2000.0, perSecond: 200.0)

    /// The most resets at once, whoever sends them, and how many more each second.
    static let resets = (stock: 200.0, perSecond: 20.0)

    /// The most CONTINUATION frames of one head; one of the longest that is accepted needs two.
    static let continuations = 6

    private var controls = Self.controls.stock
    private var resets = Self.resets.stock
    private var continuations = 0

    /// Notes a frame of the client; false if it is one too many.
    mutating func received(_ head: FrameScanner.Head) -> Bool {
      switch UInt32(head.type) {
      case NGHTTP2_DATA.rawValue:
        let isEmpty = head.length == 0 || head.flags & UInt8(NGHTTP2_FLAG_PADDED.rawValue) != 0
        if isEmpty, head.flags & UInt8(NGHTTP2_FLAG_END_STREAM.rawValue) == 0 { controls -= 1 }
      case NGHTTP2_HEADERS.rawValue:
        continuations = 0
      case NGHTTP2_CONTINUATION.rawValue:
        continuations += 1
      case NGHTTP2_RST_STREAM.rawValue:
        resets -= 1
      default:
        controls -= 1
      }
      return controls > 0 && resets > 0 && continuations <= Self.continuations
    }

    /// Notes that the server had to reset a stream because of what the client sent; false if it is one too many.
    mutating func hadToReset() -> Bool {
      resets -= 1
      return resets > 0
    }

    /// Notes a frame with content that was sent, after which the client may open both windows.
    mutating func sentData() {
      controls = min(Self.controls.stock, controls + 2)
    }

    /// Notes that time has passed.
    mutating func refill(seconds: Double) {
      controls = min(Self.controls.stock, controls + Self.controls.perSecond * seconds)
      resets = min(Self.resets.stock, resets + Self.resets.perSecond * seconds)
    }
  }
#endif
