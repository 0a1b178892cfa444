import ArgumentParser
import HTTPWire
import WillCall

/// Where the server listens and what it bounds.
struct ListenArguments: ParsableArguments {
  @Option(help: "The interface to listen on.")
  var host = "127.0.0.1"

  @Option(help: "The TCP port; 0 takes a free one. Default: WILLCALL_PORT, else 8490; for exec a free one.")
  var port: UInt16?

  @Option(help: ArgumentHelp("A Unix socket to listen on besides.", valueName: "path"))
  var unix: String?

  @Option(
    name: .customLong("ready-file"),
    help: ArgumentHelp("Written once the server listens: {\"url\",\"port\",\"pid\"}.", valueName: "path"))
  var readyFile: String?

  @Option(
    name: .customLong("public-url"),
    help: ArgumentHelp("The base of links in answers, if clients reach the server by another name.", valueName: "url"))
  var publicURL: String?

  @Option(help: ArgumentHelp("Let browser apps of this origin call (repeatable; * for all).", valueName: "origin"))
  var cors: [String] = []

  @Flag(name: .customLong("no-control"), help: "Serve no control API but its health.")
  var noControl = false

  @Option(
    name: .customLong("control-token"),
    help: ArgumentHelp("The bearer token that the control API asks for.", valueName: "token"))
  var controlToken: String?

  @Option(
    name: .customLong("allow-host"),
    help: ArgumentHelp(
      "A host name under which the control API may be called (repeatable). Also WILLCALL_ALLOW_HOST.",
      valueName: "name"))
  var allowHost: [String] = []

  @Option(
    name: .customLong("limit"),
    help: ArgumentHelp(
      "Change a limit (repeatable): \(LimitArgument.names). Sizes take KiB and MiB, times ms and s.",
      valueName: "name=value"))
  var limits: [LimitArgument] = []

  func validate() throws {
    if port == nil, let text = StandardStreams.environment("WILLCALL_PORT"), UInt16(text) == nil {
      throw ValidationError("WILLCALL_PORT: expected a port from 0 to 65535, found \"\(text)\"")
    }
    if let publicURL, !publicURL.hasPrefix("http://"), !publicURL.hasPrefix("https://") {
      throw ValidationError("--public-url: expected a URL that begins with http:// or https://, found \"\(publicURL)\"")
    }
    for origin in cors where !Self.isOrigin(origin) {
      throw ValidationError("--cors: expected an origin such as http://localhost:3000, or *, found \"\(origin)\"")
    }
    if controlToken?.isEmpty == true { throw ValidationError("--control-token: expected a token, found nothing") }
  }

  /// Whether a browser could send this as `Origin`; pages of files send `null`.
  private static func isOrigin(_ text: String) -> Bool {
    if text == "*" || text == "null" { return true }
    let parts = text.split(separator: "://", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && !parts[1].isEmpty && !parts[1].contains("/")
  }

  func apply(to options: inout ServerOptions) {
    options.host = host
    options.port = port ?? StandardStreams.environment("WILLCALL_PORT").flatMap { UInt16($0) } ?? options.port
    options.unixPath = unix
    options.publicURL = publicURL.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
    options.corsOrigins = cors
    options.hasControl = !noControl
    options.controlToken = controlToken
    options.allowedHosts = allowHost + [StandardStreams.environment("WILLCALL_ALLOW_HOST")].compactMap { $0 }
    for limit in limits { limit.apply(to: &options.limits) }
  }
}
