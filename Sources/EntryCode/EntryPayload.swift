public import Determinism
public import SafeTix

/// What the Secure Entry SDKs draw for a token (published versions up to 2020; newer ones are closed-source).
public enum EntryPayload {
  /// How long a payload is shown, in seconds.
  public static let step: Int64 = 15

  /// What is drawn for a token at an instant.
  ///
  /// The payload of a rotating token is `t::otp(ek)::otp(ck)::seconds` in the fourth version and, without `ek`,
  /// `t::otp(ck)` in the third. Keys that are not hexadecimal are treated as in the iOS SDK: a bad `ek` is left out,
  /// and a bad `ck` gives a static PDF417 of the barcode. A static token is a PDF417 if it says `rotating_symbology`,
  /// else a QR code.
  ///
  /// - Parameters:
  ///   - token: The decoded token.
  ///   - instant: The device's time, on SafeTix's clock.
  public static func make(token: EntryToken, at instant: Instant) -> Drawing {
    if token.renderType != .barcode, let rawToken = token.rawToken, let customerKey = token.customerKeyBytes {
      return rotating(rawToken: rawToken, customerKey: customerKey, eventKey: token.eventKeyBytes, at: instant)
    }
    guard let barcode = token.barcode else {
      return Drawing(payload: "Reload ticket", symbology: .errorText, secondsUntilRedraw: nil)
    }
    let wantsRotation = token.renderType == .rotatingSymbology || (token.renderType == nil && token.customerKey != nil)
    return Drawing(payload: barcode, symbology: wantsRotation ? .pdf417 : .qrCode, secondsUntilRedraw: nil)
  }

  private static func rotating(
    rawToken: String, customerKey: [UInt8], eventKey: [UInt8]?, at instant: Instant
  ) -> Drawing {
    let seconds = max(0, instant.secondsSinceEpoch)
    let customerPassword = OneTimePassword(key: customerKey, step: step).password(at: instant)
    var parts = [rawToken, customerPassword]
    if let eventKey {
      parts = [
        rawToken, OneTimePassword(key: eventKey, step: step).password(at: instant), customerPassword, "\(seconds)",
      ]
    }
    return Drawing(
      payload: parts.joined(separator: "::"), symbology: .pdf417, secondsUntilRedraw: Int(step - seconds % step))
  }
}
