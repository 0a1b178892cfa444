import JSONText

/// Reads a token as the published Secure Entry SDKs do, and reports where they differ.
///
/// These are the JavaScript SDK 1.0.8 and the iOS SDK 1.2.0, both of June 2020, and an Android SDK of March 2019. Later
/// SDKs are closed-source.
public enum TokenReader {
  /// Reads a text that may be a token.
  public static func read(_ text: String) -> Reading {
    let json: JSONValue
    do {
      json = try JSONValue.parse(Base64.decode(text))
    } catch {
      if isRawBarcode(text) {
        return Reading(form: .rawDigits, token: EntryToken(barcode: text), web: .qrCode, iOS: .qrCode, android: .qrCode)
      }
      return .notToken(reason(for: error))
    }
    do {
      var fields = try JSONObjectReader(json)
      let written = WrittenToken(
        barcode: try fields.optionalString("b"), rawToken: try fields.optionalString("t"),
        customerKey: try fields.optionalString("ck"), eventKey: try fields.optionalString("ek"),
        renderType: try fields.optionalString("rt"))
      return written.reading
    } catch {
      return .notToken("the token's JSON, \(error)")
    }
  }

  /// Whether the SDKs take a text for a barcode without a token: 12 to 18 digits and an optional letter.
  static func isRawBarcode(_ text: String) -> Bool {
    var digits = Array(text.utf8)[...]
    if let last = digits.last, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(last | 0x20) { digits.removeLast() }
    return (12...18).contains(digits.count)
      && digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  private static func reason(for error: any Error) -> String {
    switch error {
    case let error as Base64Error: "not a barcode of 12 to 18 digits, and not base64: \(error)"
    default: "base64, but not of JSON: \(error)"
    }
  }
}
