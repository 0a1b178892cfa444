import Digests

public import Determinism

/// One-time passwords by counter (HOTP, RFC 4226) and by time (TOTP, RFC 6238), with HMAC-SHA1.
public struct OneTimePassword: Sendable {
  private let code: HMAC<SHA1>
  private let digits: Int
  private let step: Int64

  /// Makes a generator.
  ///
  /// - Parameters:
  ///   - key: The shared key.
  ///   - digits: How many digits a password has; clamped to 1...9. SafeTix uses 6.
  ///   - step: How many seconds a password is valid; at least 1. SafeTix uses 15.
  public init(key: [UInt8], digits: Int = 6, step: Int64 = 15) {
    code = HMAC(key: key)
    self.digits = min(max(digits, 1), 9)
    self.step = max(step, 1)
  }

  /// The password of a counter (RFC 4226 section 5.3).
  ///
  /// - Parameter width: The number of bytes to which the counter is padded with zeros at the end, as older SDKs do; the
  ///   standard has eight.
  public func password(counter: UInt64, width: Int = 8) -> String {
    var message = withUnsafeBytes(of: counter.bigEndian) { Array($0) }
    message += Array(repeating: 0, count: max(0, width - message.count))
    let code = code.code(of: message)
    let offset = Int(code[code.count - 1] & 0xF)
    let truncated = code[offset..<(offset + 4)].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
    let modulus = (0..<digits).reduce(UInt32(1)) { product, _ in product * 10 }
    let text = String(truncated % modulus)
    return String(repeating: "0", count: digits - text.utf8.count) + text
  }

  /// The password of an instant (RFC 6238 section 4, T0 = 0); instants before 1970 count as 1970.
  public func password(at instant: Instant) -> String {
    password(counter: UInt64(max(0, instant.secondsSinceEpoch) / step))
  }
}
