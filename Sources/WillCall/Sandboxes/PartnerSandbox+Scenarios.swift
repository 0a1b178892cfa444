import HTTPTypes
import HTTPWire
import JSONText
public import PartnerVocabulary

/// What goes wrong on purpose.
extension PartnerSandbox {
  /// Puts a scenario in force, instead of those that were in force in this sandbox alone.
  ///
  /// - Parameter name: a bundled scenario, such as `payment-declined-twice`, or one of ``ServerOptions/scenarioFolders``.
  /// - Throws: ``SandboxError`` if there is none of this name; it says which there are.
  public func use(scenario name: String) async throws(SandboxError) { try await use(scenarios: [name]) }

  /// Puts scenarios in force, instead of those that were in force in this sandbox alone; later ones win.
  ///
  /// - Parameter names: none to do without.
  /// - Throws: ``SandboxError`` if there is none of a name.
  public func use(scenarios names: [String]) async throws(SandboxError) {
    try activate { list in
      for name in names { list.string(name) }
    }
  }

  /// Puts a scenario in force, instead of those that were in force in this sandbox alone.
  ///
  /// - Parameter json: the scenario, as a file of `scenarios/` has it.
  /// - Throws: ``SandboxError`` with all that is wrong with it.
  public func use(json: String) async throws(SandboxError) {
    let value = try parse(json)
    try activate { $0.raw(value.serialized()) }
  }

  /// Makes the next calls of an operation go wrong.
  ///
  /// ```swift
  /// try await world.fail(next: .cartPayment, with: .error("no-funds"))
  /// ```
  ///
  /// - Parameters:
  ///   - operation: which calls; `nil`: any.
  ///   - effect: what happens to them.
  ///   - times: how many, 1 to 1,000,000.
  ///   - event: the id of the only event concerned; `nil`: any.
  ///   - account: the only account concerned; `nil`: any.
  /// - Returns: the id of the fault, by which ``removeFault(_:)`` takes it away.
  /// - Throws: ``SandboxError`` if the operation can have no such effect.
  @discardableResult
  public func fail(
    next operation: PartnerVocabulary.Operation?, with effect: FaultEffect, times: Int = 1, event: String? = nil,
    account: String? = nil
  ) async throws(SandboxError) -> String {
    var then: [UInt8]?
    if case .json(let text) = effect { then = try parse(text).serialized() }
    if case .answer(_, let text) = effect { _ = try parse(text) }
    let answer = try control(.post, "faults") { body in
      body.object("when") { when in
        when.string("operation", operation?.rawValue ?? "*")
        if let event { when.string("event", event) }
        if let account { when.string("account", account) }
      }
      if let then { body.raw("then", then) } else { body.object("then", effect.write) }
      body.integer("times", times)
    }
    return answer["id"]?.string ?? ""
  }

  /// Takes a fault away before it has happened as often as it should have.
  ///
  /// - Throws: ``SandboxError`` if it is not there any more.
  public func removeFault(_ id: String) async throws(SandboxError) {
    let response = try ask(.delete, "faults/\(id)")
    guard response.status.kind == .successful else { throw SandboxError(response) }
  }

  private func activate(_ write: (inout JSONWriter) -> Void) throws(SandboxError) {
    try control(.put, "scenarios") { $0.array("active", write) }
  }

  private func parse(_ json: String) throws(SandboxError) -> JSONValue {
    do throws(JSONSyntaxError) {
      return try JSONValue.parse(Array(json.utf8))
    } catch {
      throw SandboxError("This is not JSON.", expected: "JSON", found: "\(error)")
    }
  }
}
