/// What an SDK puts on the screen at an instant.
public struct Drawing: Sendable, Hashable {
  /// The kinds of symbols.
  public enum Symbology: String, Sendable, Hashable {
    /// A PDF417 symbol.
    case pdf417 = "PDF417"
    /// A QR code.
    case qrCode = "QR code"
    /// Not a symbol, but the text that the SDKs show for tokens that they cannot draw.
    case errorText = "error text"
  }

  /// The symbol's content, or the error text.
  public var payload: String
  /// The kind of symbol.
  public var symbology: Symbology
  /// Seconds until the content changes, 1 to 15; `nil` if it never does.
  public var secondsUntilRedraw: Int?

  /// Makes a drawing from its parts.
  public init(payload: String, symbology: Symbology, secondsUntilRedraw: Int?) {
    self.payload = payload
    self.symbology = symbology
    self.secondsUntilRedraw = secondsUntilRedraw
  }
}
