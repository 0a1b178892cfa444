import Synchronization

/// Key pairs that are read when one is first wanted.
final class Keys: Sendable {
  private let document: @Sendable () -> [UInt8]
  // Guards what was read; reading takes a millisecond and happens once.
  private let read = Mutex<[RSAKey]?>(nil)

  init(document: @escaping @Sendable () -> [UInt8]) {
    self.document = document
  }

  /// The key with a number; successive numbers take turns with the keys there are.
  ///
  /// - Throws: as ``RSAKeyReader/keys(_:)``; ``VaultError/noKeys``.
  func key(_ number: UInt64) throws -> RSAKey {
    let keys = try read.withLock { read in
      if let read { return read }
      let keys = try RSAKeyReader.keys(document())
      read = keys
      return keys
    }
    guard !keys.isEmpty else { throw VaultError.noKeys }
    return keys[Int(number % UInt64(keys.count))]
  }
}
