import Scenarios

/// A folder of scenario files, read once and then again whenever they change.
struct ScenarioFolder: Sendable {
  /// What a check of the folder has found.
  enum Finding: Sendable {
    /// A file is new or was edited, and is a scenario.
    case read(file: String, name: String)
    /// A file is new or was edited, and is broken; what it was before stays.
    case broken(StartError)
    /// A file is gone.
    case gone(file: String)
    /// The folder is gone; its scenarios stay available.
    case missing(folder: String)
    /// The folder is back.
    case back(folder: String)
  }

  private struct File: Sendable {
    var stamp: FileStamp
    /// The last valid version, if there was one.
    var scenario: Scenario?
  }

  /// Its path.
  let path: String
  private var files: [String: File] = [:]
  private var isMissing = false

  /// Reads a folder.
  ///
  /// - Throws: ``StartError`` if it is not there, or a file in it is broken.
  init(_ path: String) throws(StartError) {
    self.path = path
    guard let names = Self.names(in: path) else {
      throw .unreadable(path: path, reason: "no such scenario folder")
    }
    for name in names {
      guard let stamp = FileSystem.stamp(of: "\(path)/\(name)") else { continue }
      files[name] = File(stamp: stamp, scenario: try ScenarioLoader.file("\(path)/\(name)"))
    }
  }

  /// The last valid versions, in the order of the files' names.
  var scenarios: [Scenario] { files.sorted { $0.key < $1.key }.compactMap(\.value.scenario) }

  /// Reads what has changed since the last time.
  ///
  /// - Returns: what it found, each thing once; nothing if nothing changed.
  mutating func rescan() -> [Finding] {
    guard let names = Self.names(in: path) else {
      defer { isMissing = true }
      return isMissing ? [] : [.missing(folder: path)]
    }
    var findings: [Finding] = isMissing ? [.back(folder: path)] : []
    isMissing = false
    for gone in files.keys.filter({ !names.contains($0) }).sorted() {
      files[gone] = nil
      findings.append(.gone(file: "\(path)/\(gone)"))
    }
    for name in names {
      if let finding = reread(name) { findings.append(finding) }
    }
    return findings
  }

  private mutating func reread(_ name: String) -> Finding? {
    let file = "\(path)/\(name)"
    guard let stamp = FileSystem.stamp(of: file), stamp != files[name]?.stamp else { return nil }
    let result = Result { () throws(StartError) in try ScenarioLoader.file(file) }
    // Still being written: the next look is early enough.
    guard FileSystem.stamp(of: file) == stamp else { return nil }
    files[name, default: File(stamp: stamp)].stamp = stamp
    switch result {
    case .success(let scenario):
      files[name]?.scenario = scenario
      return .read(file: file, name: scenario.name)
    case .failure(let error):
      return .broken(error)
    }
  }

  private static func names(in path: String) -> [String]? {
    FileSystem.jsonFiles(in: path)?.filter { $0 != "schema.json" }
  }
}
