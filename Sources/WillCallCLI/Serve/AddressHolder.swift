import JSONText
import LoopbackClient
import WillCall

/// Explains who may be using the address that a server should listen on.
enum AddressHolder {
  /// How long to wait for an answer from its holder.
  private static let timeout = Duration.seconds(1)

  /// Adds to a reason who has the address, as far as can be found out, and what to do.
  static func explain(_ reason: String, _ options: ServerOptions) -> String {
    if let path = options.unixPath, reason.contains(path) {
      return
        "\(reason); another server may be listening there, or a file is in the way: choose another path with --unix"
    }
    let host = ["0.0.0.0", "::"].contains(options.host) ? "localhost" : options.host
    let authority = host.contains(":") ? "[\(host)]" : host
    let url = "http://\(authority):\(options.port)"
    let holder =
      version(at: url).map { "another WillCall (\($0)) is listening there; check it with willcall health --url \(url)" }
      ?? "another program, which is not WillCall, is listening there"
    return "\(reason); \(holder). --port 0 picks a free port"
  }

  /// The version of the WillCall that answers at a URL.
  private static func version(at url: String) -> String? {
    guard
      let response = try? HTTPConnection.fetch(
        url: url + "/__willcall/health", timeout: timeout, receiveLimit: 16 * 1024),
      let value = try? JSONValue.parse(response.body), value["status"]?.string != nil,
      let version = value["version"]?.string, version.unicodeScalars.count <= 40
    else { return nil }
    return version.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value < 0x7F } ? version : nil
  }
}
