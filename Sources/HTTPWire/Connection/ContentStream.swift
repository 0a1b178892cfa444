/// Content that is sent as it becomes available, and how the client finds its end.
///
/// Chunked in HTTP/1.1 (RFC 9112 §7.1); HTTP/1.0 has no chunks, so the content ends with the connection.
struct ContentStream: Sendable {
  /// The request that is being answered.
  let exchange: ExchangeID

  /// Whether the content is sent in chunks.
  let isChunked: Bool

  /// Whether the connection stays open afterwards.
  let keepsAlive: Bool

  /// A piece in its wire format; an empty piece yields nothing, because an empty chunk would be the last one.
  func framed(_ piece: [UInt8]) -> [UInt8] {
    guard isChunked, !piece.isEmpty else { return piece }
    var framed: [UInt8] = []
    framed.reserveCapacity(piece.count + 20)
    framed.append(contentsOf: String(piece.count, radix: 16).utf8)
    framed.append(.carriageReturn)
    framed.append(.lineFeed)
    framed.append(contentsOf: piece)
    framed.append(.carriageReturn)
    framed.append(.lineFeed)
    return framed
  }

  /// What follows the last piece.
  var end: [UInt8] { isChunked ? Array("0\r\n\r\n".utf8) : [] }
}
