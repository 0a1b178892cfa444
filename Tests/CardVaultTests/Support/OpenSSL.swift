import Foundation

/// The system's `openssl`, an independent judge of certificates and ciphertexts.
enum OpenSSL {
  struct Failure: Error {
    let command: [String]
    let status: Int32
  }

  /// Runs a command with some files beside it, which its arguments name as they are named here.
  ///
  /// - Returns: what it printed.
  @discardableResult
  static func run(_ arguments: [String], files: [String: [UInt8]]) throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, content) in files { try Data(content).write(to: folder.appendingPathComponent(name)) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["openssl"] + arguments
    process.currentDirectoryURL = folder
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    if process.terminationStatus != 0 { throw Failure(command: arguments, status: process.terminationStatus) }
    return [UInt8](printed)
  }

  /// What a command prints of a certificate in `c.pem`.
  static func text(_ arguments: String..., certificate: String) throws -> String {
    String(
      decoding: try run(arguments: ["x509", "-in", "c.pem", "-noout"] + arguments, certificate), as: UTF8.self)
  }

  /// Encrypts with the key of a certificate, under PKCS#1 v1.5 padding unless an option says otherwise.
  static func encrypt(_ plain: [UInt8], certificate: String, options: String...) throws -> [UInt8] {
    try run(
      arguments: ["pkeyutl", "-encrypt", "-certin", "-inkey", "c.pem", "-in", "plain"] + options, certificate,
      plain: plain)
  }

  private static func run(arguments: [String], _ certificate: String, plain: [UInt8] = []) throws -> [UInt8] {
    try run(arguments, files: ["c.pem": Array(certificate.utf8), "plain": plain])
  }
}
