/// The bytes with which every HTTP/2 client begins (RFC 9113 §3.4).
enum HTTP2Preface {
  private static let text: StaticString = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"

  /// How many bytes tell it from every request of HTTP/1.1: no method that anyone uses begins with them.
  static let telling = 3

  /// Whether the bytes are its beginning, or begin with it.
  static func matches(_ bytes: some Collection<UInt8>) -> Bool {
    text.withUTF8Buffer { preface in zip(bytes, preface).allSatisfy { $0 == $1 } }
  }
}
