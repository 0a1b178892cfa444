import Foundation
import Sandboxes
import Scenarios
import Testing

@testable import WillCall

/// Folders of scenarios that change while a server runs.
@Suite struct ScenarioShelfTests {
  /// A folder that is removed with the test.
  private final class Folder {
    let path = "/tmp/willcall-shelf-\(UUID().uuidString.prefix(13))"

    init() throws {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    }

    deinit {
      try? FileManager.default.removeItem(atPath: path)
    }

    func write(_ name: String, _ text: String) throws {
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
    }

    func remove(_ name: String) throws {
      try FileManager.default.removeItem(atPath: "\(path)/\(name)")
    }
  }

  private static func scenario(_ name: String, _ description: String) -> String {
    #"{"name":"\#(name)","description":"\#(description)"}"#
  }

  private func shelf(_ folder: Folder, active: [String] = []) throws -> ScenarioShelf {
    var options = ServerOptions()
    options.scenarioFolders = [folder.path]
    options.scenarios = active
    return try ScenarioShelf(options)
  }

  /// What was found, in a word and the file's or folder's name each.
  private func found(_ shelf: ScenarioShelf) -> [String] {
    shelf.rescan().map { finding in
      func last(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? "" }
      return switch finding {
      case .read(let file, let name): "read \(last(file)) \(name)"
      case .broken(let error): "broken \(last("\(error)".split(separator: ":").first.map(String.init) ?? ""))"
      case .gone(let file): "gone \(last(file))"
      case .missing: "missing"
      case .back: "back"
      }
    }
  }

  @Test func nothingIsFoundWhileNothingChanges() throws {
    let folder = try Folder()
    try folder.write("a.json", Self.scenario("a", "one"))
    try folder.write("schema.json", "{}")
    let shelf = try shelf(folder)
    #expect(shelf.hasFolders)
    #expect(shelf.library.scenario(named: "a")?.description == "one")
    #expect(found(shelf).isEmpty)
  }

  @Test func anEditIsReadOnce() throws {
    let folder = try Folder()
    try folder.write("a.json", Self.scenario("a", "one"))
    let shelf = try shelf(folder, active: ["a"])
    try folder.write("a.json", Self.scenario("a", "other"))
    #expect(found(shelf) == ["read a.json a"])
    #expect(shelf.library.active.map(\.description) == ["other"])
    #expect(found(shelf).isEmpty)
  }

  @Test func anEditOfTheSameLengthIsRead() throws {
    let folder = try Folder()
    try folder.write("a.json", Self.scenario("a", "one"))
    let shelf = try shelf(folder)
    try folder.write("a.json", Self.scenario("a", "two"))
    #expect(found(shelf) == ["read a.json a"])
    #expect(shelf.library.scenario(named: "a")?.description == "two")
  }

  @Test func aNewFileCanBeNamedAndANewNameReplacesTheOld() throws {
    let folder = try Folder()
    let shelf = try shelf(folder)
    try folder.write("b.json", Self.scenario("b", "new"))
    #expect(found(shelf) == ["read b.json b"])
    try folder.write("b.json", Self.scenario("c", "renamed"))
    #expect(found(shelf) == ["read b.json c"])
    #expect(shelf.library.scenario(named: "b") == nil)
    #expect(shelf.library.scenario(named: "c")?.description == "renamed")
    #expect(shelf.library.scenario(named: "niterun") != nil, "bundled ones stay")
  }

  @Test func ofABrokenEditTheLastGoodVersionStays() throws {
    let folder = try Folder()
    try folder.write("a.json", Self.scenario("a", "good"))
    let shelf = try shelf(folder, active: ["a"])
    try folder.write("a.json", #"{"name":"a","descripton":"bad"}"#)
    let finding = try #require(shelf.rescan().first)
    guard case .broken(let error) = finding else {
      Issue.record("\(finding)")
      return
    }
    #expect("\(error)".contains("a.json:1: /descripton"))
    #expect("\(error)".contains("did you mean \"description\""))
    #expect(shelf.library.active.map(\.description) == ["good"])
    #expect(found(shelf).isEmpty, "told once")
    try folder.write("a.json", Self.scenario("a", "mended"))
    #expect(found(shelf) == ["read a.json a"])
    #expect(shelf.library.active.map(\.description) == ["mended"])
  }

  @Test func aNewBrokenFileIsToldAndNothingElse() throws {
    let folder = try Folder()
    let shelf = try shelf(folder)
    let before = shelf.library.available
    try folder.write("x.json", "{")
    #expect(found(shelf) == ["broken x.json"])
    #expect(shelf.library.available == before)
  }

  @Test func aFileThatGoesCanNotBeNamedAnyMoreUnlessItHolds() throws {
    let folder = try Folder()
    try folder.write("a.json", Self.scenario("a", "holds"))
    try folder.write("b.json", Self.scenario("b", "does not"))
    let shelf = try shelf(folder, active: ["a"])
    try folder.remove("a.json")
    try folder.remove("b.json")
    #expect(found(shelf) == ["gone a.json", "gone b.json"])
    #expect(shelf.library.active.map(\.description) == ["holds"])
    #expect(shelf.library.scenario(named: "b") == nil)
  }

  @Test func ofAFolderThatDisappearsAllStaysUntilItIsBack() throws {
    let folder = try Folder()
    try folder.write("a.json", Self.scenario("a", "stays"))
    let shelf = try shelf(folder)
    let other = folder.path + "-elsewhere"
    try FileManager.default.moveItem(atPath: folder.path, toPath: other)
    #expect(found(shelf) == ["missing"])
    #expect(found(shelf).isEmpty, "told once")
    #expect(shelf.library.scenario(named: "a")?.description == "stays")
    try FileManager.default.moveItem(atPath: other, toPath: folder.path)
    #expect(found(shelf) == ["back"])
    #expect(found(shelf).isEmpty)
  }

  @Test func sandboxesThatLiveSeeTheNewVersion() throws {
    let folder = try Folder()
    func rule(_ error: String) -> String {
      #"{"name":"a","rules":[{"name":"r","when":{"operation":"*"},"then":{"error":"\#(error)"}}]}"#
    }
    try folder.write("a.json", rule("niterun"))
    let shelf = try shelf(folder, active: ["a"])
    var settings = SandboxSettings(
      catalogue: try CatalogueLoader(ServerOptions()).load(), realTime: RealTime().now)
    settings.library = shelf.library
    let directory = SandboxDirectory(settings: settings)
    let sandbox = directory.sandbox(for: "k")
    let watch = ScenarioWatch(shelf, directory: directory, logger: ServerOptions().logger)
    #expect(sandbox.withState { $0.engine.server } == shelf.library.active)
    try folder.write("a.json", rule("no-inventory"))
    watch.look()
    #expect(sandbox.withState { $0.engine.server.first?.rules.first?.outcome } == .error("no-inventory"))
    #expect(directory.sandbox(for: "new").withState { $0.engine.server } == shelf.library.active)
  }
}
