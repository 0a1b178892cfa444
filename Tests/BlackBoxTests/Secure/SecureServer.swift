/// A server with `--tls`, whose authority is in a folder of its own.
struct SecureServer {
  let folder: TemporaryFolder
  let server: RunningServer

  init(_ arguments: [String] = [], in folder: TemporaryFolder? = nil) throws {
    let folder = try folder ?? TemporaryFolder()
    self.folder = folder
    server = try RunningServer(["--tls", "--tls-folder", folder.path] + arguments, listeners: 2)
  }

  /// The certificate to trust.
  var authority: String { folder.file("authority/ca.pem") }

  /// The base URL of https, by the name that the certificate is for.
  var url: String { "https://localhost:\(server.port)" }

  /// Runs curl, which trusts the authority and nothing else; what it prints ends with `HTTP VERSION STATUS`.
  func curl(_ target: String, _ arguments: [String] = [], base: String? = nil) throws -> Command {
    try Self.curl(
      (base ?? url) + target, ["--cacert", authority, "-w", "\nHTTP %{http_version} %{http_code}"] + arguments)
  }

  /// Runs curl without the settings of whoever runs the tests.
  static func curl(_ url: String, _ arguments: [String]) throws -> Command {
    try Command.run(
      "/usr/bin/env", ["curl", "-q", "-sS", "--max-time", "30", "--noproxy", "nobody.invalid", url] + arguments)
  }
}
