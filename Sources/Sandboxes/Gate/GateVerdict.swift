/// The gate's verdict on a code.
public enum GateVerdict: String, Sendable, Hashable, CaseIterable {
  /// The holder may enter.
  case admit
  /// Somebody has already entered with the ticket.
  case alreadyUsed = "already-used"
  /// The code is not current, or it is a bare barcode where codes rotate: perhaps a screenshot.
  case staleCode = "stale-code"
  /// The code is one or two minutes off: the device's clock is wrong.
  case clockSkew = "clock-skew"
  /// The token was refreshed too long ago.
  case expiredToken = "expired-token"
  /// No ticket of the sandbox has this code.
  case unknownTicket = "unknown-ticket"
  /// The order was voided.
  case voided
  /// Delivery of the tickets is delayed, and its date has not come yet.
  case notYetDelivered = "not-yet-delivered"
  /// The event is on another day.
  case wrongDay = "wrong-day"
}
