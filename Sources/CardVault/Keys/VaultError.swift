/// Why a vault has no keys.
public enum VaultError: Error {
  /// The document lists no keys.
  case noKeys
}
