/// An answer that a scenario states word for word.
public struct CannedResponse: Sendable, Hashable {
  /// The body of an answer.
  public enum Body: Sendable, Hashable {
    /// JSON without whitespace, with numbers and strings as written.
    case json([UInt8])
    /// Text.
    case text(String)
  }

  /// A header field.
  public struct Header: Sendable, Hashable {
    /// The name, as written.
    public var name: String
    /// The value: printable ASCII.
    public var value: String

    /// Makes a field.
    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The status, 200 to 599.
  public var status: Int
  /// The fields, in the order of the file; none of them concerns the connection or the length of the body.
  public var headers: [Header]
  /// The body, if any; always `nil` for 204, 205 and 304.
  public var body: Body?

  /// Makes an answer.
  public init(status: Int, headers: [Header] = [], body: Body? = nil) {
    self.status = status
    self.headers = headers
    self.body = body
  }
}
