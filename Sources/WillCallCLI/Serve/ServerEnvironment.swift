import CommandArguments
import SocketServer
import WillCall

/// What the environment says about a server that is expected at a known place, such as the one in a container.
///
/// Options take precedence. `exec` uses only what is not about a place, because several of its servers may run at once.
struct ServerEnvironment {
  /// `WILLCALL_HOST`.
  let host: String?
  /// `WILLCALL_PORT`.
  let port: UInt16?
  /// `WILLCALL_READY_FILE`.
  let readyFile: String?
  /// `WILLCALL_ALLOW_HOST`, a list.
  let allowedHosts: [String]
  /// `WILLCALL_CORS`, a list.
  let corsOrigins: [String]
  /// `WILLCALL_ALLOW_SINGLE_LABEL_HOSTS`; `nil` if it is not set.
  let allowsSingleLabelHosts: Bool?

  /// Reads all of it.
  ///
  /// - Throws: ``UsageError`` about the first variable with an unusable value.
  init() throws(UsageError) {
    host = try Self.value("WILLCALL_HOST", expected: HostArgument.listening, HostArgument.parse)
    port = try Self.value("WILLCALL_PORT", expected: "a port from 0 to 65535") { UInt16($0) }
    readyFile = StandardStreams.environment("WILLCALL_READY_FILE")
    allowedHosts =
      try Self.value("WILLCALL_ALLOW_HOST", expected: HostArgument.allowed) {
        ListArgument.parse($0, HostArgument.parseAllowed)
      } ?? []
    corsOrigins =
      try Self.value("WILLCALL_CORS", expected: OriginArgument.expected) {
        ListArgument.parse($0, OriginArgument.parse)
      } ?? []
    allowsSingleLabelHosts = try Self.value("WILLCALL_ALLOW_SINGLE_LABEL_HOSTS", expected: "true or false", isTrue)
  }

  /// The URL at which a client on this machine finds a server with the environment's host and port.
  var url: String {
    ListeningAddress.tcp(host: host ?? ServerOptions().host, port: port ?? ServerOptions().port).clientURL
  }

  private static func value<Value>(
    _ name: String, expected: String, _ parse: (String) -> Value?
  ) throws(UsageError) -> Value? {
    guard let text = StandardStreams.environment(name) else { return nil }
    guard let value = parse(text) else { throw UsageError(name, expected: expected, found: text) }
    return value
  }
}

/// Reads a flag from the environment.
private func isTrue(_ text: String) -> Bool? {
  switch text.lowercased() {
  case "1", "true", "yes": true
  case "0", "false", "no": false
  default: nil
  }
}
