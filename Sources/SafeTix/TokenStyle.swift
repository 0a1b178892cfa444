/// The shapes in which tokens are issued.
public enum TokenStyle: Sendable, Hashable, CaseIterable {
  /// `b`, `t`, `ck`, `ek` and a rotating `rt`, with keys of 40 hexadecimal digits.
  case rotating
  /// Only `b`, and an `rt` of `barcode`.
  case barcodeOnly
  /// As `rotating`, but with keys that look like UUIDs, as in the documentation's Secure Render example.
  ///
  /// Each of the real SDKs mishandles such keys in its own way: see ``TokenReader``.
  case documentationExample
}
