/// How a ticket is presented at the entrance.
public enum EntryMode: String, Sendable, CaseIterable {
  /// SafeTix with a rotating PDF417 symbol.
  case rotatingSymbology = "safetix"
  /// SafeTix with the barcode drawn as a QR code.
  case secureBarcode = "safetix-barcode"
  /// Not SafeTix: only a barcode.
  case barcode

  /// Whether tickets carry secure entry data.
  public var isSafeTix: Bool { self != .barcode }
}
