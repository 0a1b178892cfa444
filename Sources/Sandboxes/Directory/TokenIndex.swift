import Synchronization

/// Which sandboxes have what a token stands for, so that a request without a key finds its sandbox without a search.
///
/// It holds as many entries as the sandboxes have tokens: each enters what it makes, and removes what it forgets, while it
/// holds its own lock. This one is held for one token at a time, and no other is taken under it.
final class TokenIndex: Sendable {
  /// The keys of those that have a token: mostly one, many if it comes from the catalogue or from an import.
  private struct Owners {
    var first: String
    var others: Set<String> = []
  }

  private let owners = Mutex<[String: Owners]>([:])

  /// Notes that a sandbox has a token.
  func add(_ token: String, of key: String) {
    owners.withLock { owners in
      guard let first = owners[token]?.first else { return owners[token] = Owners(first: key) }
      if first != key { owners[token]?.others.insert(key) }
    }
  }

  /// Notes that a sandbox no longer has a token.
  func remove(_ token: String, of key: String) {
    owners.withLock { owners in
      guard let first = owners[token]?.first else { return }
      guard first == key else { return _ = owners[token]?.others.remove(key) }
      if let next = owners[token]?.others.popFirst() { owners[token]?.first = next } else { owners[token] = nil }
    }
  }

  /// The key of a sandbox that has a token; if several have it, the favourite if it is among them.
  ///
  /// Complexity: O(1).
  func owner(of token: String, favourite: String?) -> String? {
    owners.withLock { owners in
      guard let found = owners[token] else { return nil }
      guard let favourite, found.others.contains(favourite) else { return found.first }
      return favourite
    }
  }

  /// How many entries there are, one for each token and sandbox.
  var count: Int { owners.withLock { $0.values.reduce(0) { $0 + 1 + $1.others.count } } }
}
