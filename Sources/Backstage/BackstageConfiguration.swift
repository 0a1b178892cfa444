/// Who may use the control API.
public struct BackstageConfiguration: Sendable {
  /// Whether there is a control API; health is always available.
  public var hasControl: Bool
  /// The bearer token that requests must carry; `nil` if none is required.
  public var controlToken: String?
  /// Host names, without port, that Host and Origin may have besides IP literals and `localhost`: the one the server is
  /// bound to, and those from `--allow-host`.
  public var allowedHosts: [String]
  /// Whether `Host` may be any name without a dot, such as that of a service in a network of containers.
  public var allowsSingleLabelHosts: Bool
  /// Returns the POSIX rule for a time zone if a fixture does not give one; `nil` if there is none.
  public var zoneRule: @Sendable (String) -> String?
  /// Returns the Partner API as an OpenAPI document in JSON, given a base URL; if `nil`, `openapi.json` is not served.
  public var openAPI: (@Sendable (_ server: String) -> [UInt8])?
  /// Reads a file of the page anew at each request, given its name; if `nil`, the page is the one compiled in.
  public var consoleFile: (@Sendable (_ name: String) -> [UInt8]?)?
  /// The URL at which clients reach the Partner API; if `nil`, it is taken from the request.
  public var publicURL: String?
  /// The certificate in PEM of the authority that clients of https have to trust; if `nil`, there is none.
  public var authority: [UInt8]?

  /// Makes a configuration; the defaults admit everyone who reaches the server by an IP address or as `localhost`.
  public init(
    hasControl: Bool = true, controlToken: String? = nil, allowedHosts: [String] = [],
    allowsSingleLabelHosts: Bool = false,
    zoneRule: @escaping @Sendable (String) -> String? = { _ in nil },
    openAPI: (@Sendable (_ server: String) -> [UInt8])? = nil,
    consoleFile: (@Sendable (_ name: String) -> [UInt8]?)? = nil, publicURL: String? = nil, authority: [UInt8]? = nil
  ) {
    self.hasControl = hasControl
    self.controlToken = controlToken
    self.allowedHosts = allowedHosts
    self.allowsSingleLabelHosts = allowsSingleLabelHosts
    self.zoneRule = zoneRule
    self.openAPI = openAPI
    self.consoleFile = consoleFile
    self.publicURL = publicURL
    self.authority = authority
  }
}
