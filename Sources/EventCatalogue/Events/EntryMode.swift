/// How a ticket gets its holder in.
public enum EntryMode: String, Sendable, CaseIterable {
  /// SafeTix with a rotating PDF417 symbol.
  case rotatingSymbology = "safetix"
  /// SafeTix that draws the barcode as a QR code.
  case secureBarcode = "safetix-barcode"
  /// Not SafeTix: a barcode and nothing else.
  case barcode

  /// Whether tickets carry secure entry data.
  public var isSafeTix: Bool { self != .barcode }
}
