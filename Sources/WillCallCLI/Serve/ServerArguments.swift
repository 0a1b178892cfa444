import CommandArguments
import Logging
import WillCall

/// The values of a server's options.
struct ServerArguments: Sendable {
  /// Most of them, in the form that the library takes.
  var options = ServerOptions()
  /// The host that was given.
  var host: String?
  /// The port that was given.
  var port: UInt16?
  /// The origins that were given, including ``OriginArgument/none``.
  var corsOrigins: [String] = []
  /// The file that announces that the server is listening.
  var readyFile: String?
  /// The lowest level of log lines to write, if one was given.
  var logLevel: Logger.Level?
  /// The rules that are waived for every client.
  var waivedRules: [String] = []
  /// How the server speaks https.
  var security = SecurityArguments()
  /// Whether the server may start only with HTTP/2.
  var requiresHTTP2 = false
  /// Whether requests are left out of the log.
  var isQuiet = false

  /// - Throws: ``UsageError`` about the environment, or about a rule that does not exist.
  func validate() throws(UsageError) {
    _ = try ServerEnvironment()
    if requiresHTTP2 {
      if !options.hasHTTP2 { throw UsageError("--http2 and --no-http2 exclude each other") }
      if !WillCall.hasHTTP2 { throw UsageError("--http2: this build has no HTTP/2; build with --traits HTTP2") }
    }
    _ = try WaiverArgument.waivers(waivedRules)
    try security.validate()
  }

  /// The log that writes one line per request; `nil` if it is not wanted.
  ///
  /// - Parameter byDefault: whether it is wanted if the options do not say.
  func requestLog(byDefault: Bool) -> RequestLog? {
    guard !isQuiet, logLevel.map({ $0 <= .info }) ?? byDefault else { return nil }
    return RequestLog(hasHeaders: logLevel.map { $0 <= .debug } ?? false)
  }

  /// The options of a server that listens where these values say, or else at `host` and `port`.
  func serverOptions(
    _ environment: ServerEnvironment, host standardHost: String, port standardPort: UInt16
  ) -> ServerOptions {
    var options = options
    options.host = host ?? standardHost
    options.port = port ?? standardPort
    options.allowedHosts += environment.allowedHosts
    let origins = corsOrigins.isEmpty ? environment.corsOrigins : corsOrigins
    if !origins.isEmpty { options.corsOrigins = origins.filter { $0 != OriginArgument.none } }
    if let allows = environment.allowsSingleLabelHosts, !options.allowsSingleLabelHosts {
      options.allowsSingleLabelHosts = allows
    }
    // They have been validated already.
    options.waivers = (try? WaiverArgument.waivers(waivedRules)) ?? []
    options.security = security.options
    options.logger = StandardErrorLog.logger(level: logLevel ?? .notice)
    return options
  }
}
