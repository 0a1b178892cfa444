public import EventCatalogue
public import Scenarios

/// Why a server could not be started.
public enum StartError: Error, CustomStringConvertible {
  /// A fixture is broken.
  case fixture(FixtureError)
  /// A scenario is broken.
  case scenario(ScenarioErrors)
  /// No scenario has this name.
  case unknownScenario(name: String, known: String)
  /// A file or folder of fixtures cannot be read.
  case unreadable(path: String, reason: String)
  /// The server cannot speak https: what is wrong with a file, an authority or this build.
  case security(String)
  /// The address cannot be listened on.
  case cannotListen(String)
  /// Another program has the address.
  case addressInUse(String)
  /// The route tables contradict themselves: a fault of WillCall.
  case inconsistent(String)

  /// Whether the user's input is at fault, not the machine.
  public var isUsageError: Bool {
    switch self {
    case .fixture, .scenario, .unknownScenario, .unreadable, .security: true
    case .cannotListen, .addressInUse, .inconsistent: false
    }
  }

  /// One line for people; several if a scenario has several errors.
  public var description: String {
    switch self {
    case .fixture(let error): "\(error)"
    case .scenario(let errors): "\(errors)"
    case .unknownScenario(let name, let known): "there is no scenario \(name); there are \(known)"
    case .unreadable(let path, let reason): "\(path): \(reason)"
    case .security(let reason), .cannotListen(let reason), .addressInUse(let reason): reason
    case .inconsistent(let reason): "internal inconsistency: \(reason)"
    }
  }
}
