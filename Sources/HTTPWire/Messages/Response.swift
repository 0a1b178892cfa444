public import HTTPTypes

/// One final HTTP response: its status, fields and content.
///
/// Framing is not part of it: ``ResponseSerializer`` adds `Content-Length` and `Connection`.
public struct Response: Sendable {
  /// The status; if it has no reason phrase, one is filled in on the wire.
  public var status: HTTPResponse.Status

  /// The header fields, in the order in which they are sent.
  ///
  /// `Connection: close` closes the connection after the answer.
  public var fields: FieldSection

  /// The content; for HEAD, the content that GET would return, of which only the length is sent.
  public var body: [UInt8]

  /// Creates a response from its parts.
  public init(status: HTTPResponse.Status, fields: FieldSection = [:], body: [UInt8] = []) {
    self.status = status
    self.fields = fields
    self.body = body
  }

  /// Creates a response with the JSON text `json`.
  public init(_ status: HTTPResponse.Status = .ok, json: [UInt8], fields: FieldSection = [:]) {
    self.init(status, contentType: "application/json", body: json, fields: fields)
  }

  /// Creates a response with the JSON text `json`.
  public init(_ status: HTTPResponse.Status = .ok, json: String, fields: FieldSection = [:]) {
    self.init(status, json: Array(json.utf8), fields: fields)
  }

  /// Creates a response with plain text in UTF-8.
  public init(_ status: HTTPResponse.Status = .ok, text: String, fields: FieldSection = [:]) {
    self.init(status, contentType: "text/plain; charset=utf-8", body: Array(text.utf8), fields: fields)
  }

  /// Creates a response with content of the given media type.
  public init(_ status: HTTPResponse.Status = .ok, contentType: String, body: [UInt8], fields: FieldSection = [:]) {
    var fields = fields
    fields[.contentType] = contentType
    self.init(status: status, fields: fields, body: body)
  }
}
