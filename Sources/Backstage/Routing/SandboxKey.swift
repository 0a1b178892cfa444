import HTTPTypes
import HTTPWire
import JSONText
import Sandboxes

/// Finds out which sandbox a control request means.
enum SandboxKey {
  /// The key that stands for all sandboxes.
  static let all = "*"

  private static let header = HTTPField.Name("x-api-key")

  /// The key in the query or in the header `x-api-key`; `nil` if there is none.
  ///
  /// - Throws: 400 if there are two different keys.
  static func find(in request: Request) throws(ControlError) -> String? {
    let query = request.target.query
    let inHeader = header.map { request.fields.all($0) } ?? []
    let keys = (query.all("apikey") + query.all("apiKey") + inHeader).filter { !$0.isEmpty }
    guard keys.allSatisfy({ $0 == keys.first }) else {
      throw ControlError(
        .badRequest, "The keys in the query (apikey, apiKey) and in x-api-key differ.", path: "?apikey",
        expected: "one key", found: "several")
    }
    return keys.first
  }

  /// Checks that a key is allowed to have a sandbox.
  ///
  /// - Throws: 400 if this server does not accept it.
  static func check(_ key: String, in directory: SandboxDirectory) throws(ControlError) {
    if key == SandboxDirectory.ownKey {
      throw ControlError(
        .badRequest, "The server's own journal is not a sandbox: it has only requests, verify and stream.",
        path: "?apikey",
        expected: "a partner key", found: key)
    }
    if directory.isTooLong(key) {
      throw ControlError(
        .badRequest, "The key is too long.", path: "?apikey",
        expected: "1 to \(SandboxDirectory.keyLengthLimit) characters", found: "\(key.unicodeScalars.count)")
    }
    guard directory.accepts(key) else {
      throw ControlError(
        .badRequest, "This server accepts only the keys it was started with.", path: "?apikey",
        expected: "one of the keys", found: "another")
    }
  }

  /// The hint on a sandbox that no client has ever used: says so, and which key was perhaps meant.
  static func hint(on sandbox: Sandbox, in directory: SandboxDirectory) -> String {
    let used = directory.all.filter { !$0.isUntouched && $0.key != sandbox.key }.map(\.maskedKey).sorted()
    let meant = Spelling.nearest(to: sandbox.maskedKey, among: used)
    let others =
      used.isEmpty
      ? "" : " Keys in use are \(used.prefix(8).joined(separator: ", "))\(used.count > 8 ? " and others" : "")."
    return "No client has ever used the key \(sandbox.maskedKey)." + (meant.map { " Did you mean \($0)?" } ?? others)
  }

  /// The error for a request that names no sandbox.
  static func unnamed(in directory: SandboxDirectory) -> ControlError {
    let keys = directory.all.map(\.maskedKey).sorted()
    let shown = keys.prefix(20).joined(separator: ", ") + (keys.count > 20 ? " and \(keys.count - 20) more" : "")
    return ControlError(
      .badRequest, keys.isEmpty ? "There is no sandbox yet; name one." : "There are several sandboxes; name one.",
      path: "?apikey", expected: keys.isEmpty ? "a key" : "the key of one of \(shown)", found: "nothing")
  }
}
