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
  /// The same, compressed, and what to answer if the client has that already.
  private let packed: (tag: String, whole: Response, unchanged: Response)?

  /// Makes a file from its content.
  ///
  /// - Parameter isPacked: whether it is sent compressed to those that accept it.
  public init(name: String, bytes: [UInt8], isPacked: Bool = false) {
    self.name = name
    let digits = SHA256.digest(of: bytes).prefix(16).flatMap { [$0 >> 4, $0 & 15] }
    let hexadecimal = digits.map { $0 < 10 ? UInt8(ascii: "0") + $0 : UInt8(ascii: "a") + $0 - 10 }
    entityTag = "\"\(String(decoding: hexadecimal, as: UTF8.self))\""
    var fields = ConsoleHeaders.fields
    fields[.eTag] = entityTag
    unchanged = Response(status: .notModified, fields: fields)
    whole = Response(contentType: ConsoleMedia.type(of: name), body: bytes, fields: fields)
    guard isPacked else {
      packed = nil
      return
    }
    let tag = "\"\(String(decoding: hexadecimal, as: UTF8.self))-gzip\""
    fields[.eTag] = tag
    let unchanged = Response(status: .notModified, fields: fields)
    fields[.contentEncoding] = "gzip"
    packed = (
      tag, Response(contentType: ConsoleMedia.type(of: name), body: Gzip.compressed(bytes), fields: fields), unchanged
    )
  }

  /// Answers `GET` and `HEAD`: with the file, or with 304 if the client has it already.
  public func response(to request: Request) -> Response {
    let known = EntityTagList(request.fields.all(.ifNoneMatch))
    if let packed, AcceptedEncodings(request.fields.all(.acceptEncoding)).containGzip {
      return known.contains(packed.tag) ? packed.unchanged : packed.whole
    }
    return known.contains(entityTag) ? unchanged : whole
  }
}
