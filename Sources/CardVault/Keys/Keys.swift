import Synchronization

/// Key pairs, read when one is first needed.
final class Keys: Sendable {
  private let document: @Sendable () -> [UInt8]
  // Guards the keys; reading takes a millisecond and happens only once.
  private let read = Mutex<[RSAKey]?>(nil)

  init(document: @escaping @Sendable () -> [UInt8]) {
    self.document = document
  }

  /// The key for a number; successive numbers cycle through the available keys.
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
