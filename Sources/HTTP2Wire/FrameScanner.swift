#if HTTP2
  /// Finds the frames in the bytes that a client sends, to count what is of no use before it is worked on.
  ///
  /// The library counts some of it too, but which versions count what differs.
  struct FrameScanner {
    /// The head of a frame (RFC 9113 §4.1).
    struct Head {
      let length: Int
      let type: UInt8
      let flags: UInt8
    }

    static let prefaceLength = 24
    private static let headLength = 9

    /// How many bytes follow before the next head: the preface first, then the payload of each frame.
    private var skipped = prefaceLength
    private var head: UInt64 = 0
    private var headCount = 0

    /// Passes the head of each frame that is complete in the bytes so far.
    ///
    /// - Returns: how many bytes were looked at: all of them, unless `body` returned false for one.
    mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (Head) -> Bool) -> Int {
      var place = 0
      while place < bytes.count {
        if skipped > 0 {
          let step = min(skipped, bytes.count - place)
          skipped -= step
          place += step
          continue
        }
        // The first five bytes; the others name the stream.
        if headCount < 5 { head = head << 8 | UInt64(bytes[place]) }
        headCount += 1
        place += 1
        guard headCount == Self.headLength else { continue }
        let found = Head(
          length: Int(head >> 16), type: UInt8(truncatingIfNeeded: head >> 8), flags: UInt8(truncatingIfNeeded: head))
        (head, headCount, skipped) = (0, 0, found.length)
        if !body(found) { return place }
      }
      return place
    }
  }
#endif
