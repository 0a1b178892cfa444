/// How a ticket asks to be drawn: the `rt` of a token, the `renderType` and `render_type` of answers.
public enum RenderType: String, Sendable, Hashable, CaseIterable {
  /// A PDF417 symbol whose content changes every fifteen seconds.
  case rotatingSymbology = "rotating_symbology"
  /// A QR code that stays the same.
  case barcode
}
