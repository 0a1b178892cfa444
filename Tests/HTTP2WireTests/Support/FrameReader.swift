#if HTTP2
  import CNghttp2

  /// Reads the frames that a server sends, as texts that can be compared.
  final class FrameReader {
    private var input: [UInt8] = []
    private var inflater: OpaquePointer?

    init() {
      nghttp2_hd_inflate_new(&inflater)
    }

    deinit {
      nghttp2_hd_inflate_del(inflater)
    }

    /// Takes bytes; returns the frames that are complete.
    func read(_ bytes: [UInt8]) -> [String] {
      input += bytes
      var frames: [String] = []
      while input.count >= 9 {
        let length = Int(input[0]) << 16 | Int(input[1]) << 8 | Int(input[2])
        guard input.count >= 9 + length else { break }
        let stream = Self.number(input[5..<9]) & 0x7FFF_FFFF
        frames.append(brief(input[3], input[4], stream, Array(input[9..<9 + length])))
        input.removeFirst(9 + length)
      }
      return frames
    }

    private static func number(_ bytes: some Sequence<UInt8>) -> UInt32 { bytes.reduce(0) { $0 << 8 | UInt32($1) } }

    private func brief(_ kind: UInt8, _ flags: UInt8, _ stream: UInt32, _ payload: [UInt8]) -> String {
      let end = flags & 1 != 0 ? " end" : ""
      switch Frame.Kind(rawValue: kind) {
      case .data:
        let text = payload.count > 80 ? "\(payload.count) bytes" : String(decoding: payload, as: UTF8.self)
        return "\(stream) data \(text)\(end)"
      case .headers: return "\(stream) head \(fields(payload).joined(separator: ", "))\(end)"
      case .reset: return "\(stream) reset \(Self.number(payload))"
      case .settings: return flags & 1 != 0 ? "settings ack" : "settings"
      case .ping: return flags & 1 != 0 ? "ping ack" : "ping"
      case .goAway: return "goaway \(Self.number(payload[0..<4])) \(Self.number(payload[4..<8]))"
      case .windowUpdate: return "\(stream) window \(Self.number(payload))"
      default: return "frame \(kind)"
      }
    }

    /// The fields, `:status` by its value alone.
    private func fields(_ block: [UInt8]) -> [String] {
      var fields: [String] = []
      block.withUnsafeBufferPointer { bytes in
        var place = 0
        while true {
          var pair = nghttp2_nv()
          var flags: Int32 = 0
          let count = nghttp2_hd_inflate_hd2(
            inflater, &pair, &flags, bytes.baseAddress.map { $0 + place }, bytes.count - place, 1)
          guard count >= 0 else { return fields.append("broken") }
          place += count
          if flags & Int32(NGHTTP2_HD_INFLATE_EMIT.rawValue) != 0 {
            let name = String(decoding: UnsafeBufferPointer(start: pair.name, count: pair.namelen), as: UTF8.self)
            let value = String(decoding: UnsafeBufferPointer(start: pair.value, count: pair.valuelen), as: UTF8.self)
            fields.append(name == ":status" ? value : "\(name)=\(value)")
          }
          if flags & Int32(NGHTTP2_HD_INFLATE_FINAL.rawValue) != 0 { break }
          if count == 0, flags & Int32(NGHTTP2_HD_INFLATE_EMIT.rawValue) == 0 { break }
        }
        nghttp2_hd_inflate_end_headers(inflater)
      }
      return fields
    }
  }
#endif
