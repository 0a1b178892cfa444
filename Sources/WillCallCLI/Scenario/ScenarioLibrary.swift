import Scenarios
import WillCall

/// The bundled scenarios, with errors in the form that the command line needs.
enum ScenarioLibrary {
  /// The names of the bundled scenarios.
  static var names: [String] { (try? ScenarioLoader.bundled().map(\.name)) ?? [] }

  static func bundled() throws(CommandFailure) -> [Scenario] {
    do throws(StartError) {
      return try ScenarioLoader.bundled()
    } catch {
      throw CommandFailure(error)
    }
  }
}
