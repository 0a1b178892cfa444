public import Determinism

/// How well a code matches the instant at which it is scanned.
public enum CodeAge: Sendable, Hashable {
  /// It belongs to the current step, or to the one before or after.
  case fresh
  /// It belongs to a step up to two minutes away: this many seconds behind, negative if it is ahead.
  case skewed(secondsBehind: Int64)
  /// It belongs to none of those steps: this many seconds behind, negative if it is ahead; `nil` if that is unknown.
  case stale(secondsBehind: Int64?)

  /// How many steps away a code is still accepted.
  static let tolerance: Int64 = 1
  /// Up to how many steps away the device's clock is blamed: two minutes.
  static let skewLimit: Int64 = 8

  /// Compares the passwords of a payload with the expected ones.
  ///
  /// Both counters of eight bytes and those that older SDKs pad with zeros to the length of the key are recognised. All
  /// passwords of a payload must belong to the same step; the device's stated time is trusted only if they match it.
  ///
  /// - Parameters:
  ///   - passwords: What was scanned.
  ///   - customerKey: The key of ticket and device, `ck`.
  ///   - eventKey: The key of the event, `ek`.
  ///   - instant: When it is scanned.
  public init(
    of passwords: ScannedPayload.Passwords, customerKey: [UInt8], eventKey: [UInt8], at instant: Instant
  ) {
    let customer = OneTimePassword(key: customerKey, step: EntryPayload.step)
    let event = OneTimePassword(key: eventKey, step: EntryPayload.step)
    let now = max(0, instant.secondsSinceEpoch) / EntryPayload.step

    func isRight(atStep step: Int64) -> Bool {
      guard step >= 0 else { return false }
      let counter = UInt64(step)
      return [(0, 0), (customerKey.count, eventKey.count)].contains { customerWidth, eventWidth in
        customer.password(counter: counter, width: customerWidth) == passwords.customer
          && (passwords.event == nil || event.password(counter: counter, width: eventWidth) == passwords.event)
      }
    }

    // Nearest steps first.
    for distance in 0...Self.skewLimit {
      for behind in distance == 0 ? [0] : [distance, -distance] where isRight(atStep: now - behind) {
        self = distance <= Self.tolerance ? .fresh : .skewed(secondsBehind: behind * EntryPayload.step)
        return
      }
    }
    let claimed = passwords.seconds.map { $0 / EntryPayload.step }
    self = .stale(secondsBehind: claimed.flatMap { isRight(atStep: $0) ? (now - $0) * EntryPayload.step : nil })
  }
}
