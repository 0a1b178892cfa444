public import Scenarios

extension Sandbox {
  /// The scenarios that can be used by name.
  public var library: ScenarioLibrary { settings.library }

  /// Adopts the server's scenarios after files have changed; rules of unchanged files keep their counts.
  public func takeServerScenarios() {
    let active = library.active
    let isChanged = withState { state in
      guard state.engine.server != active else { return false }
      state.engine.setServerScenarios(active)
      state.adjustEvents()
      return true
    }
    if isChanged { tellScenarios() }
  }

  /// Replaces the sandbox's scenarios, in ascending precedence; their rules start counting from zero.
  public func activate(_ scenarios: [Scenario]) {
    withState { state in
      state.engine.setSandboxScenarios(scenarios)
      state.adjustEvents()
    }
  }
}
