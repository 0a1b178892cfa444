/// Who may use the control API.
public struct BackstageConfiguration: Sendable {
  /// Whether there is a control API; health always is.
  public var hasControl: Bool
  /// The bearer token that requests must carry; `nil`: none.
  public var controlToken: String?
  /// Names, without port, that Host and Origin may have besides IP literals and `localhost`: the one the server is bound
  /// to, and those of `--allow-host`.
  public var allowedHosts: [String]
  /// Whether `Host` may be any name without a dot, such as that of a service in a network of containers.
  public var allowsSingleLabelHosts: Bool
  /// Answers with the POSIX rule of a time zone for which a fixture has none; `nil` if there is none.
  public var zoneRule: @Sendable (String) -> String?
  /// The Partner API as an OpenAPI document in JSON, for the base URL of a server; `nil`: `openapi.json` is not served.
  public var openAPI: (@Sendable (_ server: String) -> [UInt8])?
  /// Where clients reach the Partner API; `nil`: as the request names the server.
  public var publicURL: String?

  /// Makes a configuration; the defaults let everybody in who reaches the server by an address or as `localhost`.
  public init(
    hasControl: Bool = true, controlToken: String? = nil, allowedHosts: [String] = [],
    allowsSingleLabelHosts: Bool = false,
    zoneRule: @escaping @Sendable (String) -> String? = { _ in nil },
    openAPI: (@Sendable (_ server: String) -> [UInt8])? = nil, publicURL: String? = nil
  ) {
    self.hasControl = hasControl
    self.controlToken = controlToken
    self.allowedHosts = allowedHosts
    self.allowsSingleLabelHosts = allowsSingleLabelHosts
    self.zoneRule = zoneRule
    self.openAPI = openAPI
    self.publicURL = publicURL
  }
}
