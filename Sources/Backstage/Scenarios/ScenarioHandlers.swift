import BoxOffice
import HTTPTypes
import HTTPWire
import JSONText
import Sandboxes
import Scenarios

/// `GET` and `PUT scenarios`.
enum ScenarioHandlers {
  /// Lists the active scenarios, in ascending precedence, and the names available.
  static func list(_ call: inout ControlCall) throws(ControlError) -> Response {
    answer(try call.sandbox())
  }

  /// Replaces the sandbox's own scenarios, given as names or as full scenarios.
  static func activate(_ call: inout ControlCall) throws(ControlError) -> Response {
    let sandbox = try call.sandbox()
    let library = sandbox.library
    let elements = try call.body(Self.elements)
    var scenarios: [Scenario] = []
    var faults: [ControlFault] = []
    var isUnknown = false
    for element in elements {
      do throws(ScenarioErrors) {
        let scenario = try read(element, library)
        if let scenario { scenarios.append(scenario) } else { faults.append(unknown(element, library)) }
        isUnknown = isUnknown || scenario == nil
      } catch {
        faults += error.errors.map(ControlFault.init)
      }
      // With very many faults, the rest is not checked.
      if faults.count > 200 { break }
    }
    guard faults.isEmpty else {
      throw ControlError(
        isUnknown ? "There is no scenario with this name." : "The scenario is not valid.", faults)
    }
    sandbox.activate(scenarios)
    sandbox.tellScenarios()
    return answer(sandbox, warnings: scenarios.flatMap { warnings(of: $0, in: sandbox) })
  }

  private static func elements(_ reader: inout JSONObjectReader, _ faults: inout JSONFaults) -> [JSONValue]? {
    faults.read(try reader.array("active")).map(Array.init)
  }

  /// Warnings about what a scenario names but the sandbox does not have.
  private static func warnings(of scenario: Scenario, in sandbox: Sandbox) -> [String] {
    let known = sandbox.withState { $0.boxOffice.catalogue }
    return scenario.unknownEvents(in: known).map { "The scenario \(scenario.name) names event \($0)." }
  }

  /// Reads a full scenario, or finds one by its name; `nil` if there is none.
  private static func read(_ element: JSONValue, _ library: ScenarioLibrary) throws(ScenarioErrors) -> Scenario? {
    if let name = element.string { return library.scenario(named: name) }
    return try ScenarioReader.read(element, file: "body", vocabulary: ScenarioLibrary.vocabulary)
  }

  private static func unknown(_ element: JSONValue, _ library: ScenarioLibrary) -> ControlFault {
    let names = library.available.map(\.name)
    let name = element.string ?? ""
    var mismatch = element.mismatch(expected: names.joined(separator: ", "), found: name)
    mismatch.suggestion = Spelling.nearest(to: name, among: names)
    return ControlFault(mismatch)
  }

  private static func answer(_ sandbox: Sandbox, warnings: [String] = []) -> Response {
    let engine = sandbox.withState { $0.engine }
    let available = sandbox.library.available
    var writer = JSONWriter()
    writer.object { body in
      body.array("active") { list in
        for (scenarios, origin) in [(engine.server, "server"), (engine.sandbox, "sandbox")] {
          for scenario in scenarios {
            list.object { entry in
              entry.string("name", scenario.name)
              entry.string("from", origin)
            }
          }
        }
      }
      body.array("available") { list in
        for scenario in available { list.string(scenario.name) }
      }
      body.object("descriptions") { object in
        for scenario in available { scenario.description.map { object.string(scenario.name, $0) } }
      }
      if !warnings.isEmpty {
        body.array("warnings") { list in
          for warning in warnings { list.string(warning) }
        }
      }
    }
    return Response(json: writer.bytes)
  }
}

extension ControlError {
  /// Makes the error for an invalid scenario or rule.
  init(_ errors: ScenarioErrors) {
    self.init("The scenario is not valid.", errors.errors.map(ControlFault.init))
  }
}
