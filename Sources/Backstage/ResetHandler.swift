import HTTPWire
import JSONText
import Sandboxes

/// `POST reset`.
enum ResetHandler {
  /// Resets one sandbox, or all, to the initial state given by the seed.
  static func reset(_ call: inout ControlCall) throws(ControlError) -> Response {
    let parts = try call.body(Self.parts)
    for sandbox in try call.sandboxes() {
      sandbox.reset(parts)
      sandbox.tell(.reset(SandboxPart.allCases.filter(parts.contains)))
    }
    if call.isForAll, parts.contains(.ledger) { call.directory.forgetRetiredLedgers() }
    if call.isForAll, parts.contains(.journal) { call.directory.own.journal.clear() }
    var writer = JSONWriter()
    writer.object { body in
      body.array("reset") { list in
        for part in SandboxPart.allCases where parts.contains(part) { list.string(part.rawValue) }
      }
    }
    return Response(json: writer.bytes)
  }

  private static func parts(_ reader: inout JSONObjectReader, _ faults: inout JSONFaults) -> Set<SandboxPart>? {
    guard let list = reader.member("parts") else { return Set(SandboxPart.allCases) }
    var parts: Set<SandboxPart> = []
    for element in faults.elements(list) {
      if let part = faults.read(try part(element)) { parts.insert(part) }
    }
    return parts
  }

  private static func part(_ element: JSONValue) throws(JSONMismatch) -> SandboxPart {
    guard let part = element.string.flatMap({ SandboxPart(rawValue: $0) }) else {
      let names = SandboxPart.allCases.map(\.rawValue)
      var mismatch = element.mismatch(
        expected: names.map { "\"\($0)\"" }.joined(separator: " or "), found: element.shown)
      mismatch.suggestion = element.string.flatMap { Spelling.nearest(to: $0, among: names) }
      throw mismatch
    }
    return part
  }
}
