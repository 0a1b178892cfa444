import JSONText
import Sandboxes
import Scenarios
import Synchronization

/// All scenarios of a server: the bundled ones, those of folders, and those that options name by path.
final class ScenarioShelf: Sendable {
  /// Where sandboxes find them.
  let library: ScenarioLibrary
  private let bundled: [Scenario]
  private let named: [Scenario]
  // Held while folders are looked at, which one thread does at a time.
  private let folders: Mutex<[ScenarioFolder]>

  /// Reads everything that the options name.
  ///
  /// - Throws: ``StartError`` naming file, line, path, expected and found of everything that is wrong.
  init(_ options: ServerOptions) throws(StartError) {
    bundled = try ScenarioLoader.bundled()
    var folders: [ScenarioFolder] = []
    for path in options.scenarioFolders { folders.append(try ScenarioFolder(path)) }
    let inFolders = folders.flatMap(\.scenarios)
    var named: [Scenario] = []
    var active: [String] = []
    for name in options.scenarios {
      if name.hasSuffix(".json") || name.contains("/") {
        let scenario = try ScenarioLoader.file(name)
        named.append(scenario)
        active.append(scenario.name)
      } else if (bundled + inFolders + named).contains(where: { $0.name == name }) {
        active.append(name)
      } else {
        let known = Set((bundled + inFolders + named).map(\.name)).sorted()
        let meant = Spelling.nearest(to: name, among: known).map { " (did you mean \($0)?)" } ?? ""
        throw .unknownScenario(name: name, known: known.joined(separator: ", ") + meant)
      }
    }
    self.named = named
    library = ScenarioLibrary(available: bundled + inFolders + named, active: active)
    self.folders = Mutex(folders)
  }

  /// What this server was started with: the scenarios in force, and all of folders and named files, each name once.
  var chosen: [Scenario] {
    var names: Set<String> = []
    return (library.active + named + folders.withLock { $0.flatMap(\.scenarios) })
      .filter { names.insert($0.name).inserted }
  }

  /// Whether there is anything that can change.
  var hasFolders: Bool { folders.withLock { !$0.isEmpty } }

  /// Reads the files that have changed and puts them into the library.
  ///
  /// - Returns: what was found, each thing once; nothing if nothing changed.
  func rescan() -> [ScenarioFolder.Finding] {
    folders.withLock { folders in
      var findings: [ScenarioFolder.Finding] = []
      for place in folders.indices { findings += folders[place].rescan() }
      if !findings.isEmpty { library.replace(available: bundled + folders.flatMap(\.scenarios) + named) }
      return findings
    }
  }
}
