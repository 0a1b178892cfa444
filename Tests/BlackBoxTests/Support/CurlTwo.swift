import Foundation

/// curl, speaking HTTP/2.
enum CurlTwo {
  static let speaksHTTP2: Bool = {
    let version = try? Command.run("/usr/bin/env", ["curl", "--version"])
    return version?.output.contains("HTTP2") ?? false
  }()

  struct Outcome {
    let status: Int32
    let head: String
    let body: String
    let errors: String
  }

  /// Calls a server; the first argument is the path.
  static func call(
    _ server: RunningServer, _ arguments: [String], version: String = "--http2-prior-knowledge", base: String? = nil
  ) throws -> Outcome {
    let url = (base ?? server.url) + arguments[0]
    let result = try Command.run("/usr/bin/env", ["curl", "-sSi", version, url] + arguments.dropFirst())
    let end = result.output.range(of: "\r\n\r\n", options: .backwards)
    return Outcome(
      status: result.status, head: end.map { String(result.output[..<$0.lowerBound]) } ?? "",
      body: end.map { String(result.output[$0.upperBound...]) } ?? "", errors: result.errors)
  }
}
