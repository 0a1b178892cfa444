import HTTPTypes
import HTTPWire

/// Keeps strangers out of the control API: pages that a browser was lured to (DNS rebinding, requests of other origins),
/// and those who do not know the token.
struct ControlGuard: Sendable {
  private let token: [UInt8]?
  private let allowedNames: Set<String>

  init(_ configuration: BackstageConfiguration) {
    token = configuration.controlToken.map { Array($0.utf8) }
    allowedNames = Set(
      ["localhost"] + configuration.allowedHosts.compactMap { HostName(authority: $0)?.text ?? $0.lowercased() })
  }

  /// Lets a request pass.
  ///
  /// - Throws: 403 for a strange Host or Origin, 401 without the token.
  func check(_ request: Request) throws(ControlError) {
    try check(request.host.flatMap { HostName(authority: $0) }, field: "Host", value: request.host)
    if let origin = request.fields[.origin] {
      try check(HostName(origin: origin), field: "Origin", value: origin)
    }
    guard let token else { return }
    guard let given = Self.bearerToken(of: request), Self.isEqual(given, token) else {
      var error = ControlError(
        .unauthorized, "The control API of this server needs its token.", path: "Authorization",
        expected: "Bearer and the value of --control-token",
        found: request.fields[.authorization] == nil ? "nothing" : "another value")
      error.fields[.wwwAuthenticate] = "Bearer"
      throw error
    }
  }

  private func check(_ host: HostName?, field: String, value: String?) throws(ControlError) {
    if let host, host.isAddress || allowedNames.contains(host.text) { return }
    throw ControlError(
      .forbidden, "The control API is not for this \(field); name it with --allow-host if it should be.", path: field,
      expected: "an IP address, \(allowedNames.sorted().joined(separator: ", "))", found: value ?? "nothing")
  }

  /// The token of `Authorization: Bearer TOKEN` (RFC 6750 section 2.1); the scheme's case does not matter.
  private static func bearerToken(of request: Request) -> [UInt8]? {
    guard let field = request.fields[.authorization] else { return nil }
    let parts = field.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
    return Array(parts[1].utf8)
  }

  /// Compares in a time that depends on the lengths only.
  private static func isEqual(_ given: [UInt8], _ expected: [UInt8]) -> Bool {
    var difference: UInt8 = given.count == expected.count ? 0 : 1
    for (index, byte) in expected.enumerated() {
      difference |= byte ^ (index < given.count ? given[index] : ~byte)
    }
    return difference == 0
  }
}
