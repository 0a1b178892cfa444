/// What is wrong with a token.
public enum TokenFlaw: String, Sendable, Hashable, CaseIterable {
  /// It is not base64 of JSON.
  case malformed
  /// It is the scrambled placeholder used by delayed delivery.
  case scrambled
  /// It holds a barcode only: `{b, rt: "barcode"}`.
  case barcodeOnly = "barcode-only"
  /// Its keys are UUIDs, as in one of the documents' examples.
  case uuidKeys = "uuid-keys"
  /// It is missing.
  case missing
}
