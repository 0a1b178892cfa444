import Dispatch
import Logging
import Sandboxes
import Scenarios

/// Looks at the folders of scenarios once a second and lets sandboxes see what has changed.
final class ScenarioWatch: Sendable {
  private let shelf: ScenarioShelf
  private let directory: SandboxDirectory
  private let logger: Logger
  // Reading files waits for the disk, so it is done here and not where requests are answered.
  private let queue = DispatchQueue(label: "willcall.scenarios")

  init(_ shelf: ScenarioShelf, directory: SandboxDirectory, logger: Logger) {
    self.shelf = shelf
    self.directory = directory
    self.logger = logger
  }

  /// Begins to look, until nobody holds it any more; holds no thread between two looks.
  func start() {
    for scenario in shelf.chosen { warn(of: scenario) }
    if shelf.hasFolders { lookLater() }
  }

  private func lookLater() {
    queue.asyncAfter(deadline: .now() + .seconds(1)) { [weak self] in
      self?.look()
      self?.lookLater()
    }
  }

  /// Takes over what has changed, and logs it.
  func look() {
    let findings = shelf.rescan()
    if findings.isEmpty { return }
    for sandbox in directory.all { sandbox.takeServerScenarios() }
    for finding in findings { log(finding) }
  }

  /// Logs the events that a scenario names but no fixture describes: probably a typing error.
  private func warn(of scenario: Scenario) {
    for event in scenario.unknownEvents(in: directory.settings.catalogue) {
      logger.warning("the scenario \(scenario.name) names event \(event)")
    }
  }

  private func log(_ finding: ScenarioFolder.Finding) {
    switch finding {
    case .read(let file, let name):
      logger.notice("reloaded a changed scenario", metadata: ["file": "\(file)", "scenario": "\(name)"])
      if let scenario = shelf.library.scenario(named: name) { warn(of: scenario) }
    case .broken(let error):
      for line in "\(error)".split(separator: "\n") { logger.error("\(line); keeping the last valid version") }
    case .gone(let file):
      logger.warning(
        "a scenario file is gone; if it was in force from the start, it stays in force", metadata: ["file": "\(file)"])
    case .missing(let folder):
      logger.error("a scenario folder is gone; its scenarios stay available", metadata: ["folder": "\(folder)"])
    case .back(let folder):
      logger.notice("a scenario folder is back", metadata: ["folder": "\(folder)"])
    }
  }
}
