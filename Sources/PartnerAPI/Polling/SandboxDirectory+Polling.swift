extension SandboxDirectory {
  /// The sandbox that keeps an answer under a polling token; polling URLs need no key.
  func sandbox(polledWith token: String) -> Sandbox? {
    all.first { sandbox in sandbox.withState { $0.polls.contains(token) } }
  }
}
