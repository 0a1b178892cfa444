extension Symbol {
  /// Draws a text as a symbol of a kind, with its encoder's defaults.
  ///
  /// - Throws: ``SymbologyError``.
  public static func drawing(_ text: String, as kind: Kind) throws(SymbologyError) -> Symbol {
    switch kind {
    case .pdf417: try PDF417.symbol(of: text)
    case .qrCode: try QRCode.symbol(of: text)
    }
  }
}
