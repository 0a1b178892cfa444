/// Which card data is always refused.
public enum CardPolicy: String, Sendable, Hashable, CaseIterable {
  /// Every card number in clear is refused, even the test numbers, as the documents' FAQ says.
  case encryptedOnly = "encrypted-only"
}
