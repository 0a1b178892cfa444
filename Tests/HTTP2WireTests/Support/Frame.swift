#if HTTP2
  /// One frame of HTTP/2 as bytes (RFC 9113 §4.1), valid or not.
  struct Frame: Equatable {
    enum Kind: UInt8 {
      case data, headers, priority, reset, settings, push, ping, goAway, windowUpdate, continuation
      case unknown = 0x42
    }

    var kind: Kind
    var flags: UInt8 = 0
    var stream: UInt32 = 0
    var payload: [UInt8] = []

    static let endStream: UInt8 = 1
    static let acknowledgement: UInt8 = 1
    static let endHeaders: UInt8 = 4
    static let padded: UInt8 = 8

    static let preface = Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8)

    var bytes: [UInt8] {
      let length = UInt32(payload.count)
      return [UInt8(length >> 16), UInt8(length >> 8 & 0xFF), UInt8(length & 0xFF), kind.rawValue, flags]
        + Self.word(stream) + payload
    }

    static func word(_ number: UInt32) -> [UInt8] {
      [UInt8(number >> 24), UInt8(number >> 16 & 0xFF), UInt8(number >> 8 & 0xFF), UInt8(number & 0xFF)]
    }

    static func settings(_ entries: [(UInt16, UInt32)] = []) -> Frame {
      Frame(kind: .settings, payload: entries.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] + word($1) })
    }

    static func headers(_ stream: UInt32, _ fields: [(String, String)], ends: Bool = true) -> Frame {
      Frame(kind: .headers, flags: endHeaders | (ends ? endStream : 0), stream: stream, payload: block(fields))
    }

    static func get(_ stream: UInt32, _ path: String = "/", _ fields: [(String, String)] = []) -> Frame {
      headers(stream, request("GET", path) + fields)
    }

    static func request(_ method: String, _ path: String = "/") -> [(String, String)] {
      [(":method", method), (":scheme", "http"), (":path", path), (":authority", "a")]
    }

    static func data(_ stream: UInt32, _ text: String, ends: Bool = true) -> Frame {
      Frame(kind: .data, flags: ends ? endStream : 0, stream: stream, payload: Array(text.utf8))
    }

    static func reset(_ stream: UInt32, _ code: UInt32 = 8) -> Frame {
      Frame(kind: .reset, stream: stream, payload: word(code))
    }

    static func window(_ stream: UInt32, _ increment: UInt32) -> Frame {
      Frame(kind: .windowUpdate, stream: stream, payload: word(increment))
    }

    /// Fields as literals without indexing and without Huffman's code (RFC 7541 §6.2.2).
    static func block(_ fields: [(String, String)]) -> [UInt8] {
      fields.flatMap { [0] + literal($0) + literal($1) }
    }

    private static func literal(_ text: String) -> [UInt8] {
      var rest = text.utf8.count
      guard rest >= 127 else { return [UInt8(rest)] + text.utf8 }
      var length: [UInt8] = [127]
      rest -= 127
      while rest >= 128 {
        length.append(UInt8(rest & 127) | 128)
        rest >>= 7
      }
      return length + [UInt8(rest)] + text.utf8
    }
  }
#endif
