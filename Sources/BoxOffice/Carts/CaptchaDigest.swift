import Digests

/// What is remembered of a used captcha token: its SHA-256, because clients may send tokens of any length.
struct CaptchaDigest: Hashable, Sendable {
  private let words: SIMD8<UInt32>

  /// The digest of a token.
  init(of token: String) {
    self.init(SHA256.digest(of: Array(token.utf8)))
  }

  /// Reads the form of ``text``; `nil` for anything but 64 lower-case hexadecimal digits.
  init?(_ text: String) {
    let digits = text.utf8.compactMap { byte -> UInt8? in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
      default: nil
      }
    }
    guard text.utf8.count == 64, digits.count == 64 else { return nil }
    self.init(stride(from: 0, to: 64, by: 2).map { digits[$0] << 4 | digits[$0 + 1] })
  }

  private init(_ bytes: [UInt8]) {
    var words = SIMD8<UInt32>()
    for (place, byte) in bytes.enumerated() { words[place / 4] = words[place / 4] << 8 | UInt32(byte) }
    self.words = words
  }

  /// The digest as 64 hexadecimal digits.
  var text: String {
    var text = ""
    for place in 0..<8 {
      let digits = String(words[place], radix: 16)
      text += String(repeating: "0", count: 8 - digits.count) + digits
    }
    return text
  }
}
