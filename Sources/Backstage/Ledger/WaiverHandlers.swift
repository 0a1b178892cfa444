import EventCatalogue
import HTTPTypes
import HTTPWire
import JSONText
import Ledger
import Sandboxes

/// `waivers`: the rules that are waived in one sandbox or in all of them.
enum WaiverHandlers {
  /// Lists the waivers.
  static func list(_ call: inout ControlCall) throws(ControlError) -> Response {
    if call.isForAll { return answer(inAll(call)) }
    return answer(try call.sandbox().waivers)
  }

  /// Waives rules from now on; with `apikey=*`, in every sandbox, including future ones.
  static func add(_ call: inout ControlCall) throws(ControlError) -> Response {
    let waivers = try call.body(Self.waivers)
    if call.isForAll {
      call.directory.waive(waivers)
      return answer(inAll(call))
    }
    let sandbox = try call.sandbox()
    sandbox.waive(waivers)
    return answer(sandbox.waivers)
  }

  /// Removes all waivers.
  static func removeAll(_ call: inout ControlCall) throws(ControlError) -> Response {
    if call.isForAll { call.directory.dropWaivers() } else { try call.sandbox().dropWaivers() }
    return Response(status: .noContent)
  }

  private static func waivers(_ reader: inout JSONObjectReader, _ faults: inout JSONFaults) -> [Waiver]? {
    let rules = faults.read(try reader.value("rules"))
    let reason = faults.read(try reader.value("reason").text(in: 1...200)) ?? ""
    var waivers: [Waiver] = []
    for element in faults.elements(rules) {
      if let waiver = faults.read(try waiver(element, reason)) { waivers.append(waiver) }
    }
    if let rules, rules.kind == .array, rules.elements.isEmpty {
      faults.note(rules.mismatch(expected: "at least one rule", found: "an empty array"))
    }
    return waivers
  }

  private static func waiver(_ rule: JSONValue, _ reason: String) throws(JSONMismatch) -> Waiver {
    guard let waiver = rule.string.flatMap({ Waiver(rule: $0, reason: reason) }) else {
      throw rule.mismatch(expected: "one of \(Rule.all.map(\.id).joined(separator: ", "))", found: rule.shown)
    }
    return waiver
  }

  /// The waivers that apply to every sandbox, each with whether any sandbox used it.
  private static func inAll(_ call: ControlCall) -> [(waiver: Waiver, isUsed: Bool)] {
    let used = Set(call.directory.all.flatMap { $0.waivers.filter(\.isUsed).map(\.waiver) })
    return call.directory.waivers.map { ($0, used.contains($0)) }
  }

  private static func answer(_ waivers: [(waiver: Waiver, isUsed: Bool)]) -> Response {
    var writer = JSONWriter()
    writer.object { body in
      body.array("waivers") { list in
        for (waiver, isUsed) in waivers {
          list.object { entry in
            entry.string("rule", waiver.rule)
            entry.string("reason", waiver.reason)
            entry.bool("used", isUsed)
          }
        }
      }
    }
    return Response(json: writer.bytes)
  }
}
