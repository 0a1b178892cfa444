extension SandboxDirectory {
  /// The sandbox that keeps an answer under a polling token; polling URLs need no key.
  package func sandbox(polledWith token: String) -> Sandbox? {
    all.first { sandbox in sandbox.withState { $0.polls.contains(token) } }
  }
}
