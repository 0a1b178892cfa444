import Ledger

/// How partner keys are shown; the same in logs, lists and ledger reports.
package enum PartnerKey {
  /// The minimum number of letters and digits in a real key.
  static let realLength = ShownKey.realLength

  /// Whether a key could be a real one: 24 or more letters and digits without a separator.
  package static func looksReal(_ key: String) -> Bool { looksReal(key.utf8) }

  static func looksReal(_ key: some Collection<UInt8>) -> Bool { ShownKey.looksReal(key) }

  /// The key as shown: in full, or only the first four characters if it looks real.
  package static func shown(_ key: String) -> String { ShownKey.of(key) }
}
