import BoxOffice
import HTTPTypes
import HTTPWire
import JSONText
import Sandboxes
import Scenarios

/// `faults`: one-off rules, each with the number of uses left.
enum FaultHandlers {
  /// Adds a fault.
  static func add(_ call: inout ControlCall) throws(ControlError) -> Response {
    let sandbox = try call.sandbox()
    let body = try call.json()
    let rule: OneOffRule
    do throws(ScenarioErrors) {
      rule = try ScenarioReader.oneOffRule(body, file: "body", vocabulary: ScenarioLibrary.vocabulary)
    } catch {
      throw ControlError(error)
    }
    guard let fault = sandbox.withState({ $0.engine.addFault(rule) }) else {
      throw ControlError(
        .conflict, "Too many faults are in force.", path: "",
        expected: "at most \(ScenarioEngine.faultLimit), and \(ScenarioEngine.faultByteLimit) bytes", found: "more")
    }
    sandbox.tell(.faults(.added, ids: [fault.id]))
    let unknown = rule.unknownEvents(in: sandbox.withState { $0.boxOffice.catalogue })
    return Response(
      .created, json: json { write(fault, warnings: unknown.map { "The fault names event \($0)." }, into: &$0) })
  }

  /// Lists all faults of the sandbox.
  static func list(_ call: inout ControlCall) throws(ControlError) -> Response {
    let faults = try call.sandbox().withState { $0.engine.faults }
    return Response(
      json: json { writer in
        writer.object { body in
          body.array("faults") { list in
            for fault in faults { write(fault, into: &list) }
          }
        }
      })
  }

  /// Shows one fault.
  static func show(_ call: inout ControlCall) throws(ControlError) -> Response {
    let id = call.parameters["fault"] ?? ""
    guard let fault = try call.sandbox().withState({ $0.engine.faults.first { $0.id == id } }) else {
      throw unknown(id)
    }
    return Response(json: json { write(fault, into: &$0) })
  }

  /// Removes one fault.
  static func remove(_ call: inout ControlCall) throws(ControlError) -> Response {
    let id = call.parameters["fault"] ?? ""
    let sandbox = try call.sandbox()
    guard sandbox.withState({ $0.engine.removeFault(id) }) != nil else { throw unknown(id) }
    sandbox.tell(.faults(.removed, ids: [id]))
    return Response(status: .noContent)
  }

  /// Removes all faults.
  static func removeAll(_ call: inout ControlCall) throws(ControlError) -> Response {
    let sandbox = try call.sandbox()
    let ids = sandbox.withState { state in
      defer { state.engine.removeFaults() }
      return state.engine.faults.map(\.id)
    }
    sandbox.tell(.faults(.removed, ids: ids))
    return Response(status: .noContent)
  }

  private static func unknown(_ id: String) -> ControlError {
    ControlError(
      .notFound, "This sandbox has no such fault.", path: "/faults/\(id)", expected: "an id that POST faults returned",
      found: id)
  }

  private static func json(_ write: (inout JSONWriter) -> Void) -> [UInt8] {
    var writer = JSONWriter()
    write(&writer)
    return writer.bytes
  }

  private static func write(_ fault: OneOffFault, warnings: [String] = [], into writer: inout JSONWriter) {
    writer.object { entry in
      entry.string("id", fault.id)
      entry.integer("remaining", fault.remaining)
      entry.key("when")
      entry.raw(fault.rule.when.isEmpty ? Array("{}".utf8) : fault.rule.when)
      entry.key("then")
      entry.raw(fault.rule.then.isEmpty ? Array("{}".utf8) : fault.rule.then)
      if !warnings.isEmpty {
        entry.array("warnings") { list in
          for warning in warnings { list.string(warning) }
        }
      }
    }
  }
}
