import HTTPTypes
import HTTPWire
import Sandboxes

/// A request of a journal as a curl command for a POSIX shell.
enum CurlCommand {
  /// Header fields left out because curl sets them itself, or because they depend on where the command is pasted.
  private static let omitted: Set<String> = [
    "host", "content-length", "connection", "user-agent", "accept-encoding", "transfer-encoding", "expect",
  ]

  /// Writes the command without secrets; `nil` if the request was not kept in full.
  ///
  /// - Parameter base: where the service can be reached, such as `http://localhost:8490`.
  static func text(of entry: JournalEntry, base: String) -> String? {
    guard let method = entry.method, entry.longRequest == nil else { return nil }
    let request = entry.shownRequest
    guard let body = String(validating: request.body, as: UTF8.self), !body.contains("\0") else { return nil }
    var command = "curl"
    let implied: HTTPRequest.Method = body.isEmpty ? .get : .post
    if method == .head { command += " --head" } else if method != implied { command += " -X \(method.rawValue)" }
    let target = request.target.raw
    let url = target.hasPrefix("/") ? base + target : target
    if url.contains(where: { "[]{}".contains($0) }) { command += " -g" }
    command += " \(quoted(url))"
    for field in request.fields where !omitted.contains(field.name.canonicalName) {
      if field.name == .accept, field.value == "*/*" { continue }
      command += " -H \(quoted("\(field.name.rawName): \(field.value)"))"
    }
    if !body.isEmpty { command += body.hasPrefix("@") ? " --data-raw \(quoted(body))" : " -d \(quoted(body))" }
    return command
  }

  /// Puts a word in single quotes.
  private static func quoted(_ text: String) -> String {
    "'\(text.replacing("'", with: #"'\''"#))'"
  }
}
