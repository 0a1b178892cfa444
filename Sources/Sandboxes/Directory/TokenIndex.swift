import Synchronization

/// Maps tokens to the sandboxes that have them, so that a request without a key finds its sandbox without a search.
///
/// It has one entry per sandbox and token: each sandbox adds the tokens it creates, and removes those it forgets, under
/// its own lock. The lock of the index is held for one token at a time, and no other lock is taken under it.
final class TokenIndex: Sendable {
  /// The keys of the sandboxes that have a token: usually one, but many if it comes from the catalogue or an import.
  private struct Owners {
    var first: String
    var others: Set<String> = []
  }

  private let owners = Mutex<[String: Owners]>([:])

  /// Records that a sandbox has a token.
  func add(_ token: String, of key: String) {
    owners.withLock { owners in
      guard let first = owners[token]?.first else { return owners[token] = Owners(first: key) }
      if first != key { owners[token]?.others.insert(key) }
    }
  }

  /// Records that a sandbox no longer has a token.
  func remove(_ token: String, of key: String) {
    owners.withLock { owners in
      guard let first = owners[token]?.first else { return }
      guard first == key else { return _ = owners[token]?.others.remove(key) }
      if let next = owners[token]?.others.popFirst() { owners[token]?.first = next } else { owners[token] = nil }
    }
  }

  /// The key of a sandbox that has a token; the favourite, if it is one of several.
  ///
  /// Complexity: O(1).
  func owner(of token: String, favourite: String?) -> String? {
    owners.withLock { owners in
      guard let found = owners[token] else { return nil }
      guard let favourite, found.others.contains(favourite) else { return found.first }
      return favourite
    }
  }

  /// The number of entries, one for each token and sandbox.
  var count: Int { owners.withLock { $0.values.reduce(0) { $0 + 1 + $1.others.count } } }
}
