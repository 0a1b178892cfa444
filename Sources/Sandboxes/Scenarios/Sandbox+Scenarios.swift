public import Scenarios

extension Sandbox {
  /// The scenarios that can be named.
  public var library: ScenarioLibrary { settings.library }

  /// Takes over the scenarios of the server after files have changed; rules of those that did not go on counting.
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

  /// Replaces the sandbox's scenarios, in ascending precedence; their rules begin to count.
  public func activate(_ scenarios: [Scenario]) {
    withState { state in
      state.engine.setSandboxScenarios(scenarios)
      state.adjustEvents()
    }
  }
}
