/// Which card data is refused on principle.
public enum CardPolicy: String, Sendable, Hashable, CaseIterable {
  /// Every card number in clear is refused, the test numbers too, as the documents' FAQ says.
  case encryptedOnly = "encrypted-only"
}
