#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension WillCall {
  /// Whether this build can speak https: it has the trait `TLS`.
  public static var hasTLS: Bool {
    #if TLS
      true
    #else
      false
    #endif
  }

  /// Why a build without it refuses to.
  package static let withoutTLS =
    "this willcall was built without TLS; build it with --traits TLS, which needs OpenSSL 3 (libssl-dev), "
    + "or take a released binary"

  /// The folder that keeps the local authority: `WILLCALL_TLS_FOLDER`, or else `willcall` in `XDG_DATA_HOME`, or else
  /// `~/.local/share/willcall`; `nil` if the environment names none of them.
  public static var securityFolder: String? {
    if let folder = variable("WILLCALL_TLS_FOLDER") { return folder }
    // A path that is not absolute is to be ignored (XDG Base Directory Specification).
    if let data = variable("XDG_DATA_HOME"), data.hasPrefix("/") { return "\(data)/willcall" }
    return variable("HOME").map { "\($0)/.local/share/willcall" }
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }
}
