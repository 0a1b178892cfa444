public import HTTPTypes

/// One HTTP/1.x request, complete with its body.
public struct Request: Sendable {
  /// The method as received; methods are case-sensitive.
  public var method: HTTPRequest.Method

  /// What the request line asks for.
  public var target: RequestTarget

  /// The version given in the request line.
  public var version: HTTPVersion

  /// The header fields in the order received, at most ``Limits/headers`` of them.
  public var fields: FieldSection

  /// The content, with any chunked framing removed.
  public var body: [UInt8]

  /// Where to keep what is made of the head, that is, of everything before the content; nil if a next request is
  /// unlikely to have the same.
  public var headRecollection: Recollection?

  /// Where to keep what is made of the content; nil if a next request is unlikely to have the same.
  public var contentRecollection: Recollection?

  /// Whether it came over an encrypted connection.
  public var isSecure = false

  /// Creates a request from its parts.
  public init(
    method: HTTPRequest.Method,
    target: RequestTarget,
    version: HTTPVersion = .http11,
    fields: FieldSection = [:],
    body: [UInt8] = []
  ) {
    self.method = method
    self.target = target
    self.version = version
    self.fields = fields
    self.body = body
  }

  /// Creates a request from its parts, with places to keep what is made of them.
  init(_ head: RequestHead, _ recollection: Recollection?, body: [UInt8], _ contentRecollection: Recollection?) {
    method = head.method
    target = head.target
    version = head.version
    fields = head.fields
    self.body = body
    headRecollection = recollection
    self.contentRecollection = contentRecollection
  }

  /// Creates a request from the text of its target, as a test or an in-process client would.
  ///
  /// - Throws: the ``RequestFault`` with which the target would be refused on the wire.
  public init(
    _ method: HTTPRequest.Method,
    _ target: String,
    fields: FieldSection = [:],
    body: [UInt8] = []
  ) throws(RequestFault) {
    self.init(method: method, target: try RequestTarget(target), fields: fields, body: body)
  }

  /// The authority the request is addressed to, such as `localhost:8490`.
  ///
  /// Taken from an absolute-form target, else from the Host field (RFC 9112 §3.3); nil in HTTP/1.0 with neither.
  public var host: String? {
    target.authority ?? fields.first(Self.hostName)
  }

  /// The scheme of the URL it is addressed to: that of an absolute-form target, else that of the connection.
  public var scheme: String { target.scheme ?? (isSecure ? "https" : "http") }

  /// The codings to undo in order to read the content, in the order they were applied (RFC 9110 §8.4).
  ///
  /// Empty if the content is not encoded; `identity` does not count as a coding.
  public var contentCodings: [String] {
    guard fields.mayHave(Self.contentEncoding), let value = fields[.contentEncoding] else { return [] }
    return value.split(separator: ",").map { coding in
      var coding = coding.drop { $0 == " " || $0 == "\t" }
      while coding.last == " " || coding.last == "\t" { coding.removeLast() }
      return coding.lowercased()
    }.filter { !$0.isEmpty && $0 != "identity" }
  }

  private static let contentEncoding = RareName("Content-Encoding")

  private static let hostName: HTTPField.Name = {
    guard let name = HTTPField.Name("Host") else { preconditionFailure("Host is a field name") }
    return name
  }()
}
