import Dispatch
import Logging
import Sandboxes

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

  private func log(_ finding: ScenarioFolder.Finding) {
    switch finding {
    case .read(let file, let name):
      logger.notice("read a scenario that has changed", metadata: ["file": "\(file)", "scenario": "\(name)"])
    case .broken(let error):
      for line in "\(error)".split(separator: "\n") { logger.error("\(line); the last good version stays") }
    case .gone(let file):
      logger.warning("a file of scenarios has gone; if it holds from the start it stays", metadata: ["file": "\(file)"])
    case .missing(let folder):
      logger.error("a folder of scenarios has gone; what was in it stays", metadata: ["folder": "\(folder)"])
    case .back(let folder):
      logger.notice("a folder of scenarios is there again", metadata: ["folder": "\(folder)"])
    }
  }
}
