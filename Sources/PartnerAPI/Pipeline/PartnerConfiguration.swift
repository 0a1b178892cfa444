/// The configuration of the Partner API.
public struct PartnerConfiguration: Sendable {
  /// The base of absolute links in bodies; if `nil`, it is the host by which the request names the server.
  public var publicURL: String?
  /// Which browser apps may call the API.
  public var cors = CORSPolicy(origins: [])
  /// Called with the origin for each request from a page whose origin is not allowed; must return within microseconds.
  public var originRefused: (@Sendable (_ origin: String) -> Void)?
  /// Whether answers carry `X-Willcall-Diagnosis` and `X-Willcall-Fidelity`.
  public var givesHints = true

  /// Whether there is a page at `/__willcall/` that shows the sandboxes, to which the directions at `/` lead.
  public var hasPage = false

  /// Makes certificates and decrypts card data; if `nil`, there are no certificates.
  public var cardEncryption: (any CardEncryption)?

  /// Makes the default configuration.
  public init() {}
}
