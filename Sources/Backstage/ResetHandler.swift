import HTTPWire
import JSONText
import Sandboxes

/// `POST reset`.
enum ResetHandler {
  /// Puts one sandbox, or all, back to the seed.
  static func reset(_ call: inout ControlCall) throws(ControlError) -> Response {
    let parts = try call.body { (reader) throws(JSONMismatch) in try Self.parts(&reader) }
    for sandbox in try call.sandboxes() { sandbox.reset(parts) }
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

  private static func parts(_ reader: inout JSONObjectReader) throws(JSONMismatch) -> Set<SandboxPart> {
    guard let list = reader.member("parts") else { return Set(SandboxPart.allCases) }
    var parts: Set<SandboxPart> = []
    for element in try list.asArray() {
      guard let part = element.string.flatMap({ SandboxPart(rawValue: $0) }) else {
        throw element.mismatch(
          expected: SandboxPart.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: " or "), found: element.shown)
      }
      parts.insert(part)
    }
    return parts
  }
}
