import Ledger

/// How partner keys are shown; the same in logs, in lists and in reports of the ledger.
package enum PartnerKey {
  /// How many letters and digits a real key has at least.
  static let realLength = ShownKey.realLength

  /// Whether a key could be a real one: 24 or more letters and digits without a separator.
  package static func looksReal(_ key: String) -> Bool { looksReal(key.utf8) }

  static func looksReal(_ key: some Collection<UInt8>) -> Bool { ShownKey.looksReal(key) }

  /// The key as it is shown: in full, or the first four characters of one that looks real.
  package static func shown(_ key: String) -> String { ShownKey.of(key) }
}
