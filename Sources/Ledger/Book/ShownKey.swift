/// How partner keys are shown: as they are, unless they look real.
///
/// Any text can be a key, and tests name their keys after themselves, which makes a list of sandboxes useful. But
/// somebody may use a real partner's key, which has no business in logs and reports.
public enum ShownKey {
  /// The minimum number of letters and digits in a real key.
  public static let realLength = 24

  /// Whether a key could be a real one: 24 or more letters and digits without a separator.
  public static func looksReal(_ key: some Collection<UInt8>) -> Bool {
    key.count >= realLength
      && key.allSatisfy { $0 &- UInt8(ascii: "0") < 10 || ($0 | 0x20) &- UInt8(ascii: "a") < 26 }
  }

  /// The key in full, or the first four characters of one that looks real.
  public static func of(_ key: String) -> String {
    looksReal(key.utf8) ? "\(key.prefix(4))…" : key
  }
}
