import Digests
import HTTPTypes
public import HTTPWire

/// A file of the page, with the answers to requests for it made once.
public struct ConsoleFile: Sendable {
  /// The name, such as `app.js`.
  public let name: String
  /// The strong entity tag, with its quotes: the beginning of the content's SHA-256.
  public let entityTag: String
  private let whole: Response
  private let unchanged: Response

  /// Makes a file from its content.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    let digits = SHA256.digest(of: bytes).prefix(16).flatMap { [$0 >> 4, $0 & 15] }
    let hexadecimal = digits.map { $0 < 10 ? UInt8(ascii: "0") + $0 : UInt8(ascii: "a") + $0 - 10 }
    entityTag = "\"\(String(decoding: hexadecimal, as: UTF8.self))\""
    var fields = ConsoleHeaders.fields
    fields[.eTag] = entityTag
    unchanged = Response(status: .notModified, fields: fields)
    whole = Response(contentType: ConsoleMedia.type(of: name), body: bytes, fields: fields)
  }

  /// Answers `GET` and `HEAD`: with the file, or with 304 if the client has it already.
  public func response(to request: Request) -> Response {
    EntityTagList(request.fields.all(.ifNoneMatch)).contains(entityTag) ? unchanged : whole
  }
}
