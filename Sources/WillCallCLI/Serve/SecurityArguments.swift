import CommandArguments
import WillCall

/// The values of the options about https.
struct SecurityArguments: Sendable {
  /// Whether any of them was given.
  private var isAsked = false
  private var values = SecurityOptions()

  /// How the server speaks https; `nil` if nobody asked for it.
  var options: SecurityOptions? { isAsked ? values : nil }

  /// - Throws: ``UsageError`` if they do not fit each other, or this build.
  func validate() throws(UsageError) {
    guard isAsked else { return }
    if !WillCall.hasTLS { throw UsageError("--tls: \(WillCall.withoutTLS)") }
    if values.certificateFile == nil, values.keyFile != nil {
      throw UsageError("--tls-key: give its certificate too, with --tls-cert")
    }
    if values.certificateFile != nil, values.certificateFault != nil {
      throw UsageError("--tls-fault: only a certificate that WillCall makes can have a fault, so leave out --tls-cert")
    }
  }

  /// The options of a command that runs a server.
  static func all<Command: ServerCommand>() -> [CommandOption<Command>] {
    [
      .flag(
        "tls", help: "Speak https too, on the same port, with a certificate by the local authority (see trust).",
        set: { $0.server.security.isAsked = true }),
      .option(
        "tls-cert", value: "file", expected: "a file", help: "The server's certificate in PEM; implies --tls.",
        completion: .files, parse: notEmpty,
        set: {
          $0.server.security.isAsked = true
          $0.server.security.values.certificateFile = $1
        }),
      .option(
        "tls-key", value: "file", expected: "a file",
        help: "The key of that certificate in PEM. Default: it is in the same file.", completion: .files,
        parse: notEmpty,
        set: {
          $0.server.security.isAsked = true
          $0.server.security.values.keyFile = $1
        }),
      .option(
        "tls-fault", value: "fault", expected: faults.joined(separator: ", "),
        help: "Show a certificate that clients must refuse: \(faults.joined(separator: ", ")); implies --tls.",
        completion: .values(faults), parse: SecurityOptions.CertificateFault.init,
        set: {
          $0.server.security.isAsked = true
          $0.server.security.values.certificateFault = $1
        }),
      folderOption { $0.server.security.values.folder = $1 },
    ]
  }

  /// The option for where the local authority is.
  static func folderOption<Command>(_ set: @escaping (inout Command, String) -> Void) -> CommandOption<Command> {
    .option(
      "tls-folder", value: "dir", expected: "a folder",
      help: "The folder that keeps the local authority. Default: WILLCALL_TLS_FOLDER, or else willcall in "
        + "XDG_DATA_HOME, or else ~/.local/share/willcall.",
      completion: .folders, parse: notEmpty, set: set)
  }

  private static let faults = SecurityOptions.CertificateFault.allCases.map(\.rawValue)

  private static func notEmpty(_ text: String) -> String? { text.isEmpty ? nil : text }
}
