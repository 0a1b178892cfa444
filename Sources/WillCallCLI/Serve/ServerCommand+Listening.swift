import CommandArguments
import WillCall

extension ServerCommand {
  /// Options for where the server listens, and for its limits.
  static var listenOptions: [CommandOption<Self>] {
    [
      .option(
        "host", value: "host", expected: HostArgument.listening,
        help: "The interface to listen on. Default: WILLCALL_HOST, or else localhost (127.0.0.1 and ::1); "
          + "for exec always localhost.",
        completion: .values(["localhost", "127.0.0.1", "0.0.0.0"]), parse: HostArgument.parse,
        set: { $0.server.host = $1 }),
      .option(
        "port", value: "port", expected: "a port from 0 to 65535",
        help: "The TCP port; 0 picks a free one. Default: WILLCALL_PORT, or else 8490; for exec a free one.",
        parse: { UInt16($0) }, set: { $0.server.port = $1 }),
      .option(
        "unix", value: "path", expected: "a path", help: "A Unix socket to listen on as well.",
        completion: .files, parse: notEmpty, set: { $0.server.options.unixPath = $1 }),
      .option(
        "ready-file", value: "path", expected: "a path",
        help: "A file to write once the server listens: {\"url\",\"port\",\"pid\"}. For serve also "
          + "WILLCALL_READY_FILE, where a failure to write is not an error.",
        completion: .files, parse: notEmpty, set: { $0.server.readyFile = $1 }),
      .option(
        "public-url", value: "url", expected: "a URL that begins with http:// or https://",
        help: "The base URL of links in answers, if clients reach the server by another name.", parse: baseURL,
        set: { $0.server.options.publicURL = $1 }),
      .option(
        "limit", value: "name=value", expected: LimitArgument.expected,
        help: "Change a limit (repeatable): \(LimitArgument.names). Sizes take KiB and MiB, times ms and s.",
        completion: .values(LimitArgument.completions), parse: LimitArgument.parse,
        set: { $1.apply(to: &$0.server.options.limits) }),
    ]
  }

  /// Options for who works on the page; a release has none of them.
  static var pageOptions: [CommandOption<Self>] {
    #if DEBUG
      [
        .option(
          "console-dir", value: "dir", expected: "a folder",
          help: "Read the page's files from this folder at each request (debug builds only).", completion: .folders,
          parse: notEmpty, set: { $0.server.options.consoleFolder = $1 })
      ]
    #else
      []
    #endif
  }

  /// Options for who may call the server.
  static var controlOptions: [CommandOption<Self>] {
    [
      .option(
        "cors", value: "origin", expected: OriginArgument.expected,
        help:
          "Let only browser apps from this origin call the Partner API (repeatable, or comma-separated; "
          + "* allows all, none allows no app). Default: WILLCALL_CORS, or else *.",
        completion: .values([OriginArgument.none]), parse: { ListArgument.parse($0, OriginArgument.parse) },
        set: { $0.server.corsOrigins += $1 }),
      .flag(
        "http2", help: "Do not start unless this build has HTTP/2, which is on wherever it is built in.",
        set: { $0.server.requiresHTTP2 = true }),
      .flag("no-http2", help: "Speak HTTP/1.1 alone.") { $0.server.options.hasHTTP2 = false },
      .flag("no-control", help: "Turn off the control API, except for its health check.") {
        $0.server.options.hasControl = false
      },
      .option(
        "control-token", value: "token", expected: ControlToken.expected,
        help: "Require this bearer token for the control API.", parse: ControlToken.parse,
        set: { $0.server.options.controlToken = $1 }),
      .option(
        "allow-host", value: "name", expected: HostArgument.allowed,
        help: "Allow calls to the control API under this host name (repeatable, or comma-separated). "
          + "Also WILLCALL_ALLOW_HOST.",
        parse: { ListArgument.parse($0, HostArgument.parseAllowed) }, set: { $0.server.options.allowedHosts += $1 }),
      .flag(
        "allow-single-label-hosts",
        help: "Allow calls to the control API under any host name without a dot, as container services have. "
          + "Also WILLCALL_ALLOW_SINGLE_LABEL_HOSTS=true, which the image sets.",
        set: { $0.server.options.allowsSingleLabelHosts = true }),
    ]
  }

  /// The text, unless it is empty.
  static func notEmpty(_ text: String) -> String? { text.isEmpty ? nil : text }

  private static func baseURL(_ text: String) -> String? {
    guard ["http://", "https://"].contains(where: { text.hasPrefix($0) && text.count > $0.count }) else { return nil }
    return text.hasSuffix("/") ? String(text.dropLast()) : text
  }
}
