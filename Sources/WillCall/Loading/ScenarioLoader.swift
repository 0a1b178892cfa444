import Sandboxes
public import Scenarios

/// Loads the bundled scenarios and those that the options name.
public enum ScenarioLoader {
  /// The scenarios that are compiled in, sorted by name.
  ///
  /// - Throws: ``StartError/scenario(_:)`` if one is broken: a fault of WillCall.
  public static func bundled() throws(StartError) -> [Scenario] {
    try builtIn.get()
  }

  /// The bundled scenarios; read once, because they never change.
  static let builtIn = Result { () throws(StartError) in
    var scenarios: [Scenario] = []
    for file in BundledFiles.files(in: "scenarios") where !file.name.hasSuffix("/schema.json") {
      scenarios.append(try read(file.bytes, file: file.name))
    }
    return scenarios
  }

  /// The file of a bundled scenario, as it was written; `nil` if there is none of this name.
  public static func bundledFile(_ name: String) -> [UInt8]? {
    BundledFiles.files(in: "scenarios").first { $0.name == "scenarios/\(name).json" }?.bytes
  }

  /// The JSON Schema of scenario files.
  public static var schema: [UInt8] {
    BundledFiles.files(in: "scenarios").first { $0.name.hasSuffix("/schema.json") }?.bytes ?? []
  }

  /// Reads a file.
  ///
  /// - Throws: ``StartError`` naming file, line, path, expected and found of everything that is wrong.
  public static func file(_ path: String) throws(StartError) -> Scenario {
    try read(FileSystem.read(path), file: path)
  }

  private static func read(_ bytes: [UInt8], file: String) throws(StartError) -> Scenario {
    do throws(ScenarioErrors) {
      return try ScenarioReader.read(bytes, file: file, vocabulary: ScenarioLibrary.vocabulary)
    } catch {
      throw .scenario(error)
    }
  }
}
