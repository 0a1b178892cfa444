#if HTTP2
  import CNghttp2
  import HTTPTypes
  import HTTPWire

  /// The header of an answer as HTTP/2 has it: names in lower case, without what belongs to a connection (RFC 9113
  /// §8.2).
  struct ResponseFields {
    private var bytes: [UInt8] = []
    private var pairs: [(name: Range<Int>, value: Range<Int>)] = []

    /// Fields that HTTP/2 forbids, and the length, which follows from the content.
    private static let dropped = [
      "connection", "content-length", "keep-alive", "proxy-connection", "transfer-encoding", "upgrade",
    ].map { Array($0.utf8) }

    /// Makes the header of an answer to be sent as a whole, or as a stream of unknown length.
    init(_ response: Response, isHead: Bool, isStream: Bool) {
      bytes.reserveCapacity(response.fields.wireBytes.count + 64)
      pairs.reserveCapacity(16)
      append(":status", String(response.status.code))
      appendFields(response.fields.wireBytes)
      guard response.mayHaveContent, !isStream else { return }
      // A handler may know the length of a GET's content without producing it.
      let given = isHead && response.body.isEmpty ? response.fields[.contentLength] : nil
      append("content-length", given ?? String(response.body.count))
    }

    /// The header of the interim answer that asks for the content.
    init(interim code: Int) {
      append(":status", String(code))
    }

    private mutating func append(_ name: StaticString, _ value: String) {
      let start = bytes.count
      name.withUTF8Buffer { bytes.append(contentsOf: $0) }
      let middle = bytes.count
      bytes.append(contentsOf: value.utf8)
      pairs.append((start..<middle, middle..<bytes.count))
    }

    private mutating func appendFields(_ lines: [UInt8]) {
      var start = 0
      while let end = lines[start...].firstIndex(of: UInt8(ascii: "\r")) {
        if let colon = lines[start..<end].firstIndex(of: UInt8(ascii: ":")) {
          let nameStart = bytes.count
          for byte in lines[start..<colon] { bytes.append(byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte) }
          let valueStart = bytes.count
          if Self.dropped.contains(where: { bytes[nameStart...].elementsEqual($0) }) {
            bytes.removeSubrange(nameStart...)
          } else {
            bytes.append(contentsOf: lines[min(colon + 2, end)..<end])
            pairs.append((nameStart..<valueStart, valueStart..<bytes.count))
          }
        }
        start = end + 2
      }
    }

    /// Passes the fields as the library wants them; it copies what it keeps.
    func withPairs<Result>(_ body: (UnsafePointer<nghttp2_nv>?, Int) -> Result) -> Result {
      bytes.withUnsafeBufferPointer { buffer in
        // The library only reads through these pointers, although their type does not say so, and has copied all of it
        // when it returns.
        let base = UnsafeMutablePointer(mutating: buffer.baseAddress)
        let list = pairs.map { pair in
          nghttp2_nv(
            name: base.map { $0 + pair.name.lowerBound }, value: base.map { $0 + pair.value.lowerBound },
            namelen: pair.name.count, valuelen: pair.value.count, flags: UInt8(NGHTTP2_NV_FLAG_NONE.rawValue))
        }
        return list.withUnsafeBufferPointer { body($0.baseAddress, $0.count) }
      }
    }
  }
#endif
