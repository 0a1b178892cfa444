import CommandArguments
import Logging
import WillCall

/// What the options of a server say.
struct ServerArguments: Sendable {
  /// Most of them, as the library takes them.
  var options = ServerOptions()
  /// The host that was named.
  var host: String?
  /// The port that was named.
  var port: UInt16?
  /// The origins that were named, ``OriginArgument/none`` among them.
  var corsOrigins: [String] = []
  /// Where to say that the server listens.
  var readyFile: String?
  /// The least important lines that are written, if that was said.
  var logLevel: Logger.Level?
  /// The rules that are waived for every client.
  var waivedRules: [String] = []
  /// Whether requests are left out of the log.
  var isQuiet = false

  /// - Throws: ``UsageError`` about the environment, or a rule that there is not.
  func validate() throws(UsageError) {
    _ = try ServerEnvironment()
    _ = try WaiverArgument.waivers(waivedRules)
  }

  /// What writes a line a request; `nil` if nobody wants them.
  ///
  /// - Parameter byDefault: whether they are wanted if nothing was said.
  func requestLog(byDefault: Bool) -> RequestLog? {
    guard !isQuiet, logLevel.map({ $0 <= .info }) ?? byDefault else { return nil }
    return RequestLog(hasHeaders: logLevel.map { $0 <= .debug } ?? false)
  }

  /// The options of a server that listens where they say, else at `host` and `port`.
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
    // They were looked at before.
    options.waivers = (try? WaiverArgument.waivers(waivedRules)) ?? []
    options.logger = StandardErrorLog.logger(level: logLevel ?? .notice)
    return options
  }
}
