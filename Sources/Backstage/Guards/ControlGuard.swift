import HTTPTypes
import HTTPWire

/// Keeps strangers out of the control API: web pages that attack through a browser (DNS rebinding, cross-origin
/// requests), and anyone who does not know the token.
struct ControlGuard: Sendable {
  private let token: [UInt8]?
  private let allowedNames: Set<String>
  private let allowsSingleLabels: Bool

  init(_ configuration: BackstageConfiguration) {
    token = configuration.controlToken.map { Array($0.utf8) }
    allowsSingleLabels = configuration.allowsSingleLabelHosts
    allowedNames = Set(
      ["localhost"] + configuration.allowedHosts.compactMap { HostName(authority: $0)?.text ?? $0.lowercased() })
  }

  /// Lets a request pass.
  ///
  /// - Throws: 403 for an unknown Host or Origin and for another site's page, 401 without the token.
  func check(_ request: Request) throws(ControlError) {
    try checkPlace(request)
    try checkToken(request)
  }

  /// Lets a request for the page pass, which may be followed from a link on another site, and needs no token.
  ///
  /// - Throws: 403 for an unknown Host or Origin, and if another site's page contains it.
  func checkPage(_ request: Request) throws(ControlError) {
    let mode = Self.fetchMode.flatMap { request.fields[$0] }
    try checkPlace(request, isFollowed: mode?.lowercased() == "navigate")
  }

  private func checkPlace(_ request: Request, isFollowed: Bool = false) throws(ControlError) {
    try checkHost(request.host)
    if let origin = request.fields[.origin] {
      try check(origin: origin, host: request.host)
    } else if let site = Self.fetchSite.flatMap({ request.fields[$0] }), site.lowercased() == "cross-site",
      !isFollowed
    {
      // An image or a link: a browser sends no Origin with it, but does say what kind of site it comes from.
      throw ControlError(
        .forbidden, "The control API does not accept calls from pages of other sites.", path: "Sec-Fetch-Site",
        expected: "same-origin, same-site or none", found: site)
    }
  }

  private func checkToken(_ request: Request) throws(ControlError) {
    guard let token else { return }
    guard let given = Self.bearerToken(of: request), Self.isEqual(given, token) else {
      var error = ControlError(
        .unauthorized, "The control API of this server requires its token.", path: "Authorization",
        expected: "Bearer and the value of --control-token",
        found: request.fields[.authorization] == nil ? "nothing" : "another value")
      error.fields[.wwwAuthenticate] = "Bearer"
      throw error
    }
  }

  /// What a browser says about the page that a request comes from (Fetch Metadata Request Headers, W3C).
  private static let fetchSite = HTTPField.Name("Sec-Fetch-Site")
  private static let fetchMode = HTTPField.Name("Sec-Fetch-Mode")

  /// Checks the Host; any IP address is accepted, because a page rebound to this server has a name.
  ///
  /// A name without a dot is accepted too, if allowed: in the public DNS, only top-level domains have such names.
  private func checkHost(_ value: String?) throws(ControlError) {
    if let host = value.flatMap({ HostName(authority: $0) }),
      host.isAddress || isAllowed(host) || allowsSingleLabels && host.isSingleLabel
    {
      return
    }
    let expected = allowsSingleLabels ? "an IP address, a name without a dot" : "an IP address"
    throw refusal(field: "Host", expected: expected, found: value)
  }

  /// Accepts pages from this server, this machine or an allowed host.
  ///
  /// Unlike a Host, an address alone is not enough: any page can be served from one.
  private func check(origin: String, host: String?) throws(ControlError) {
    if let page = HostName(origin: origin) {
      if page.isLoopback || isAllowed(page) { return }
      let authority = origin.lowercased().split(separator: "/", maxSplits: 2).last.map(String.init)
      if authority == host?.lowercased() { return }
    }
    throw refusal(field: "Origin", expected: "the server's own origin, an address of this machine", found: origin)
  }

  private func isAllowed(_ host: HostName) -> Bool { allowedNames.contains(host.text) }

  private func refusal(field: String, expected: String, found: String?) -> ControlError {
    ControlError(
      .forbidden, "The control API does not accept this \(field); allow it with --allow-host.", path: field,
      expected: "\(expected), \(allowedNames.sorted().joined(separator: ", "))", found: found ?? "nothing")
  }

  /// The token of `Authorization: Bearer TOKEN` (RFC 6750 section 2.1); the scheme's case does not matter.
  private static func bearerToken(of request: Request) -> [UInt8]? {
    guard let field = request.fields[.authorization] else { return nil }
    let parts = field.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
    return Array(parts[1].utf8)
  }

  /// Compares in time that depends only on the lengths.
  private static func isEqual(_ given: [UInt8], _ expected: [UInt8]) -> Bool {
    var difference: UInt8 = given.count == expected.count ? 0 : 1
    for (index, byte) in expected.enumerated() {
      difference |= byte ^ (index < given.count ? given[index] : ~byte)
    }
    return difference == 0
  }
}
