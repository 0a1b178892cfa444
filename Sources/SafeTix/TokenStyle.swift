/// The shapes in which tokens are issued.
public enum TokenStyle: Sendable, Hashable, CaseIterable {
  /// `b`, `t`, `ck`, `ek` and `rt` rotating, the keys as 40 hexadecimal digits.
  case rotating
  /// `b` and `rt` barcode only.
  case barcodeOnly
  /// As `rotating`, but the keys look like UUIDs, as the documentation's Secure Render example prints them.
  ///
  /// Real SDKs mishandle such keys, each in its own way: see ``TokenReader``.
  case documentationExample
}
