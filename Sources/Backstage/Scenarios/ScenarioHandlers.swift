import HTTPTypes
import HTTPWire
import JSONText
import Sandboxes
import Scenarios

/// `GET` and `PUT scenarios`.
enum ScenarioHandlers {
  /// What is active, in ascending precedence, and what can be named.
  static func list(_ call: inout ControlCall) throws(ControlError) -> Response {
    answer(try call.sandbox())
  }

  /// Replaces the sandbox's own scenarios: names, or scenarios in full.
  static func activate(_ call: inout ControlCall) throws(ControlError) -> Response {
    let sandbox = try call.sandbox()
    let library = sandbox.library
    let elements = try call.body { (reader) throws(JSONMismatch) in
      Array(try reader.array("active"))
    }
    var scenarios: [Scenario] = []
    for element in elements { scenarios.append(try read(element, library)) }
    sandbox.activate(scenarios)
    return answer(sandbox)
  }

  private static func read(_ element: JSONValue, _ library: ScenarioLibrary) throws(ControlError) -> Scenario {
    guard let name = element.string else {
      do throws(ScenarioErrors) {
        return try ScenarioReader.read(element, file: "body", vocabulary: ScenarioLibrary.vocabulary)
      } catch {
        throw ControlError(error)
      }
    }
    guard let scenario = library.scenario(named: name) else {
      throw ControlError(
        .unprocessableContent, "There is no scenario with this name.", path: element.path,
        expected: library.available.map(\.name).joined(separator: ", "), found: name)
    }
    return scenario
  }

  private static func answer(_ sandbox: Sandbox) -> Response {
    let engine = sandbox.withState { $0.engine }
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
        for scenario in sandbox.library.available { list.string(scenario.name) }
      }
    }
    return Response(json: writer.bytes)
  }
}

extension ControlError {
  /// A scenario or rule that is not what its format wants: the first thing that is wrong, and how many there are.
  init(_ errors: ScenarioErrors) {
    let first = errors.errors.first
    let others = errors.errors.count > 1 ? " (\(errors.errors.count) errors; this is the first)" : ""
    let hint = first?.suggestion.map { " (did you mean \"\($0)\"?)" } ?? ""
    self.init(
      .unprocessableContent, "The scenario is not valid\(others).", path: first?.path ?? "",
      expected: first?.expected ?? "a scenario", found: (first?.found ?? "something else") + hint)
  }
}
