/// What a scanner read off a screen, taken apart.
///
/// The parts, separated by `::`, are `t`, the event's password, the ticket's password and Unix seconds. Tokens without
/// `ek` have no event password, older SDKs write no seconds, and a third-version `t` itself contains two `::`.
public struct ScannedPayload: Sendable, Hashable {
  /// The token's `t`, or the whole payload if there are no passwords: a bare barcode.
  public let subject: String
  /// The passwords; `nil` for a bare barcode.
  public let passwords: Passwords?

  /// The parts that change every fifteen seconds.
  public struct Passwords: Sendable, Hashable {
    /// The password of the event's key; `nil` if the token had none.
    public let event: String?
    /// The password of the key of ticket and device.
    public let customer: String
    /// The time according to the device; `nil` from older SDKs.
    public let seconds: Int64?
  }

  /// Splits a payload into its parts, ignoring white space around it.
  ///
  /// - Returns: `nil` for anything that no SDK draws.
  public init?(_ text: String) {
    var parts = text.split(separator: "::", omittingEmptySubsequences: false).map { part in
      String(part.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
    if parts.count > 3, parts[0] == "TM", parts[1] == "03" {
      parts.replaceSubrange(0..<3, with: [parts[0..<3].joined(separator: "::")])
    }
    subject = parts.removeFirst()
    guard !subject.isEmpty else { return nil }
    if parts.isEmpty {
      passwords = nil
      return
    }
    var seconds: Int64?
    if parts.count == 3 {
      guard let number = Int64(parts.removeLast()), number >= 0 else { return nil }
      seconds = number
    }
    guard (1...2).contains(parts.count), parts.allSatisfy(Self.isPassword) else { return nil }
    passwords = Passwords(event: parts.count == 2 ? parts[0] : nil, customer: parts[parts.count - 1], seconds: seconds)
  }

  private static func isPassword(_ text: String) -> Bool {
    text.utf8.count == 6 && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}
