import CommandArguments
import Logging
import WillCall

/// What the options of a server say.
struct ServerArguments: Sendable {
  /// Most of them, as the library takes them.
  var options = ServerOptions()
  /// The port that was named.
  var port: UInt16?
  /// Where to say that the server listens.
  var readyFile: String?
  /// The least important lines that are written, if that was said.
  var logLevel: Logger.Level?
  /// Whether no line tells of a request.
  var isQuiet = false

  /// The port of the environment: for a server that is expected at a known place.
  static func environmentPort() throws(UsageError) -> UInt16? {
    guard let text = StandardStreams.environment("WILLCALL_PORT") else { return nil }
    guard let port = UInt16(text) else {
      throw UsageError("WILLCALL_PORT", expected: "a port from 0 to 65535", found: text)
    }
    return port
  }

  /// - Throws: ``UsageError`` about the environment.
  func validate() throws(UsageError) {
    _ = try Self.environmentPort()
    if let name = StandardStreams.environment("WILLCALL_ALLOW_HOST"), HostArgument.parseAllowed(name) == nil {
      throw UsageError("WILLCALL_ALLOW_HOST", expected: HostArgument.allowed, found: name)
    }
  }

  /// What writes a line a request; `nil` if nobody wants them.
  ///
  /// - Parameter byDefault: whether they are wanted if nothing was said.
  func requestLog(byDefault: Bool) -> RequestLog? {
    guard !isQuiet, logLevel.map({ $0 <= .info }) ?? byDefault else { return nil }
    return RequestLog(hasHeaders: logLevel.map { $0 <= .debug } ?? false)
  }

  /// The options of a server that listens at `port` if none is named.
  func serverOptions(port standardPort: UInt16) -> ServerOptions {
    var options = options
    options.port = port ?? standardPort
    options.allowedHosts += [StandardStreams.environment("WILLCALL_ALLOW_HOST")].compactMap { $0 }
    options.logger = StandardErrorLog.logger(level: logLevel ?? .notice)
    return options
  }
}
