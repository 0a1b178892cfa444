/// An HTTP answer that has come completely.
///
/// Its body lies in the bytes that it was read from, and is gone with them.
struct Answer {
  let status: Int
  let body: UnsafeRawBufferPointer

  /// Reads an answer; nil while bytes are missing.
  init?(_ bytes: UnsafeRawBufferPointer) throws(Failure) {
    guard bytes.count > 12 else { return nil }
    guard bytes.hasPrefix("http/1.1 "), let status = Self.number(bytes[9..<12]) else {
      throw Failure("no status line: \(String(decoding: bytes.prefix(200), as: UTF8.self))")
    }
    var length: Int?
    var lines = bytes
    while true {
      guard let end = lines.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
      if end <= 1 {
        lines = UnsafeRawBufferPointer(rebasing: lines[(end + 1)...])
        break
      }
      if lines.hasPrefix("content-length:") {
        length = Self.number(lines[15..<end].drop { $0 == UInt8(ascii: " ") }.prefix { $0 != UInt8(ascii: "\r") })
      }
      lines = UnsafeRawBufferPointer(rebasing: lines[(end + 1)...])
    }
    // Every answer of the six calls has one, and nothing is asked before it has come.
    guard let length else { throw Failure("an answer with status \(status) and no Content-Length") }
    if lines.count > length { throw Failure("bytes that follow an answer with status \(status)") }
    if lines.count < length { return nil }
    self.status = status
    body = lines
  }

  private static func number(_ digits: Slice<UnsafeRawBufferPointer>) -> Int? {
    guard !digits.isEmpty, digits.count < 10 else { return nil }
    var number = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      number = number * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return number
  }
}
