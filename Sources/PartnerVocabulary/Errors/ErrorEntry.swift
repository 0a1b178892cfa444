/// One entry of the error catalogue: an error that WillCall can answer with.
public struct ErrorEntry: Sendable, Hashable {
  /// The shape of the body.
  public enum Shape: Sendable, Hashable {
    /// `{"error":{message, code, http_code, severity}}`.
    case partner
    /// `{"fault":{faultstring, detail:{errorcode}}}`, used by the gateway in front of the API.
    case gateway(errorCode: String)
  }

  /// The name that scenarios use, such as `payment-not-accepted`.
  public let name: String
  /// The vendor's code, or the status if none is documented.
  public let code: Int
  /// The HTTP status.
  public let status: Int
  /// The text on the wire.
  public let message: String
  /// The shape of the body.
  public let shape: Shape
  /// How well the documents support the entry.
  public let fidelity: Fidelity
  /// The source of the entry.
  public let source: String

  init(
    _ name: String, _ code: Int, _ status: Int, _ message: String, _ fidelity: Fidelity, source: String,
    shape: Shape = .partner
  ) {
    self.name = name
    self.code = code
    self.status = status
    self.message = message
    self.shape = shape
    self.fidelity = fidelity
    self.source = source
  }
}
