import EventCatalogue

/// Loads the built-in catalogue and the folders that the options name.
struct CatalogueLoader {
  private let options: ServerOptions

  init(_ options: ServerOptions) {
    self.options = options
  }

  /// Reads everything; a later file replaces an earlier one with the same id.
  ///
  /// - Throws: ``StartError`` naming the file.
  func load() throws(StartError) -> Catalogue {
    do throws(FixtureError) {
      if options.hasBuiltInFixtures, options.fixtureFolders.isEmpty { return try Self.builtIn.get() }
    } catch {
      throw .fixture(error)
    }
    var files = options.hasBuiltInFixtures ? Self.builtInFiles : []
    for folder in options.fixtureFolders { files += try Self.files(in: folder) }
    do throws(FixtureError) {
      return try CatalogueReader.catalogue(files, zoneRule: ZoneRules.rule(of:))
    } catch {
      throw .fixture(error)
    }
  }

  /// The built-in catalogue by itself; read once, because it never changes.
  static let builtIn = Result { () throws(FixtureError) in
    try CatalogueReader.catalogue(builtInFiles, zoneRule: ZoneRules.rule(of:))
  }

  private static var builtInFiles: [FixtureFile] {
    ["events", "orders"].flatMap { folder in
      BundledFiles.files(in: folder).map { FixtureFile(name: $0.name, bytes: $0.bytes) }
    }
  }

  /// The files of a folder: its own and those of `events` and `orders` in it.
  private static func files(in folder: String) throws(StartError) -> [FixtureFile] {
    guard let own = FileSystem.jsonFiles(in: folder) else {
      throw .unreadable(path: folder, reason: "no such fixture folder")
    }
    var paths = own.map { "\(folder)/\($0)" }
    for inner in ["events", "orders"] {
      paths += (FileSystem.jsonFiles(in: "\(folder)/\(inner)") ?? []).map { "\(folder)/\(inner)/\($0)" }
    }
    var files: [FixtureFile] = []
    // A copy of the schema, for editors, lies beside the files that name it.
    for path in paths where !path.hasSuffix("/schema.json") {
      files.append(FixtureFile(name: path, bytes: try FileSystem.read(path)))
    }
    return files
  }
}
