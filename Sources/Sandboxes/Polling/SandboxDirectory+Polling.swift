extension SandboxDirectory {
  /// The sandbox that keeps an answer under a polling token; polling URLs need no key.
  ///
  /// Complexity: O(1).
  package func sandbox(polledWith token: String) -> Sandbox? { sandbox(with: token, in: index.polls) }
}
