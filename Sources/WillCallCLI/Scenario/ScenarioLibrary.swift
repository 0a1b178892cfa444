import Scenarios
import WillCall

/// The bundled scenarios, with their errors as the command line wants them.
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
