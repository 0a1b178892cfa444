/// How the Partner API answers.
public struct PartnerConfiguration: Sendable {
  /// The base of absolute links in bodies; `nil`: as the request names the server.
  public var publicURL: String?
  /// Which browser apps may call.
  public var cors = CORSPolicy(origins: [])
  /// Told of each request of a page whose origin is not allowed, with the origin; it must return within microseconds.
  public var originRefused: (@Sendable (_ origin: String) -> Void)?
  /// Whether answers carry `X-Willcall-Diagnosis` and `X-Willcall-Fidelity`.
  public var givesHints = true

  /// What makes certificates and opens encrypted card data; `nil`: there are no certificates.
  public var cardEncryption: (any CardEncryption)?

  /// The defaults.
  public init() {}
}
