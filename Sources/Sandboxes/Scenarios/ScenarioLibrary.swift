import PartnerVocabulary
public import Scenarios
import Synchronization

/// The scenarios that can be used by name, and those active for every sandbox.
public final class ScenarioLibrary: Sendable {
  private struct Contents {
    var available: [Scenario]
    var active: [String]
  }

  // Guards both lists, which change when files do.
  private let contents: Mutex<Contents>

  /// Creates a library.
  ///
  /// - Parameters:
  ///   - available: all scenarios; of two with the same name, the later one is kept.
  ///   - active: the names of those active for every sandbox, in ascending precedence.
  public init(available: [Scenario] = [], active: [String] = []) {
    contents = Mutex(Contents(available: available, active: active))
  }

  /// The names that scenario files may use.
  public static let vocabulary = Vocabulary(
    operations: Operation.documentedNames, errorNames: ErrorCatalogue.all.map(\.name),
    ticketErrors: RenderFailure.texts,
    errorNumbers: ErrorCatalogue.all.reduce(into: [:]) { names, entry in
      names[entry.code, default: []].append(entry.name)
      if entry.status != entry.code { names[entry.status, default: []].append(entry.name) }
    })

  /// Replaces the scenarios; those active for every sandbox stay active even if they are removed from the library.
  public func replace(available: [Scenario]) {
    contents.withLock { contents in
      let gone = contents.active.filter { name in !available.contains { $0.name == name } }
      let kept = gone.compactMap { name in contents.available.last { $0.name == name } }
      contents.available = kept + available
    }
  }

  /// The scenario with a name.
  public func scenario(named name: String) -> Scenario? {
    contents.withLock { $0.available.last { $0.name == name } }
  }

  /// All scenarios, sorted by name.
  public var available: [Scenario] {
    contents.withLock { contents in
      var byName: [String: Scenario] = [:]
      for scenario in contents.available { byName[scenario.name] = scenario }
      return byName.values.sorted { $0.name < $1.name }
    }
  }

  /// The scenarios active for every sandbox, in ascending precedence.
  public var active: [Scenario] {
    contents.withLock { contents in
      contents.active.compactMap { name in contents.available.last { $0.name == name } }
    }
  }
}
