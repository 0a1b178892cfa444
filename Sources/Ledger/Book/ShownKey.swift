/// A partner key as reports show it.
enum ShownKey {
  private static let realLength = 24

  /// The key in full, for tests name theirs after themselves; of one that looks real, the first four characters.
  static func of(_ key: String) -> String {
    let looksReal =
      key.utf8.count >= realLength
      && key.utf8.allSatisfy { $0 &- UInt8(ascii: "0") < 10 || ($0 | 0x20) &- UInt8(ascii: "a") < 26 }
    return looksReal ? "\(key.prefix(4))…" : key
  }
}
