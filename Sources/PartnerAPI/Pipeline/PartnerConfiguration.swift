/// How the Partner API answers.
public struct PartnerConfiguration: Sendable {
  /// The base of absolute links in bodies; `nil`: as the request names the server.
  public var publicURL: String?
  /// Which browser apps may call.
  public var cors = CORSPolicy(origins: [])
  /// Whether answers carry `X-Willcall-Diagnosis` and `X-Willcall-Fidelity`.
  public var givesHints = true

  /// What makes certificates and opens encrypted card data; `nil`: there are no certificates.
  public var cardEncryption: (any CardEncryption)?

  /// Told of every answer that no sandbox has in its journal; `nil`: nobody is.
  ///
  /// Called on any thread, several at once perhaps; it must return within microseconds.
  public var unrecorded: (@Sendable (UnrecordedAnswer) -> Void)?

  /// The defaults.
  public init() {}
}
