public import HTTPTypes

/// Everything that can be wrong with a request on the wire.
///
/// Each is answered with its ``status``, and the connection is closed, because what follows cannot be trusted.
public enum RequestFault: Error, Sendable, Hashable {
  // 400 Bad Request.
  case badRequestLine
  case badTarget
  case badTunnel
  case badPercentEncoding
  case badField
  case spaceBeforeColon
  case foldedField
  case bareCarriageReturn
  case bareLineFeed
  case nulByte
  case hostMissing
  case hostRepeated
  case hostInvalid
  case hostDiffers
  case contentLengthRepeated
  case contentLengthInvalid
  case contentLengthWithTransferEncoding
  case transferEncodingInHTTP10
  case transferEncodingInvalid
  case chunkedNotLast
  case badChunkSize
  case badChunkEnd
  case chunkExtensionsTooLong
  case incompleteRequest

  /// 403: CONNECT asks for a place to which this server does not lead; the sentence says where it does.
  case tunnelRefused(String)

  // 408 Request Timeout.
  case headerTimeout
  case bodyTimeout

  /// 411: `Expect: 100-continue` on POST, PUT or PATCH announced content, but its length is missing.
  ///
  /// Without that announcement, a request with neither `Content-Length` nor `Transfer-Encoding` has no content (RFC
  /// 9112 §6.3), whatever its method.
  case lengthRequired

  // 413, 414, 417, 431.
  case bodyTooLarge(limit: Int)
  case requestLineTooLong(limit: Int)
  case expectationUnknown
  case tooManyFields(limit: Int)
  case fieldsTooLarge(limit: Int)

  // 501, 503, 505.
  case methodNotImplemented
  case transferCodingUnknown
  case tooManyConnections
  case versionNotSupported

  /// The status with which the request is answered.
  public var status: HTTPResponse.Status {
    switch self {
    case .tunnelRefused: .forbidden
    case .headerTimeout, .bodyTimeout: .requestTimeout
    case .lengthRequired: .lengthRequired
    case .bodyTooLarge: .contentTooLarge
    case .requestLineTooLong: .uriTooLong
    case .expectationUnknown: .expectationFailed
    case .tooManyFields, .fieldsTooLarge: .requestHeaderFieldsTooLarge
    case .methodNotImplemented, .transferCodingUnknown: .notImplemented
    case .tooManyConnections: .serviceUnavailable
    case .versionNotSupported: .init(code: 505, reasonPhrase: "HTTP Version Not Supported")
    default: .badRequest
    }
  }

  /// One plain sentence that says what is wrong.
  public var sentence: String {
    switch self {
    case .badRequestLine: "The request line is not METHOD SP TARGET SP HTTP/1.1."
    case .badTarget: "The request target is neither a path, nor an http URL, nor the * of OPTIONS."
    case .badTunnel: "CONNECT names no HOST:PORT."
    case .tunnelRefused(let sentence): sentence
    case .badPercentEncoding: "The path has a % that starts no valid escape, or does not decode to UTF-8."
    case .badField: "A header line is not a field name, a colon and a value."
    case .spaceBeforeColon: "A header field name is followed by whitespace before its colon."
    case .foldedField: "A header line starts with whitespace; folded headers are obsolete."
    case .bareCarriageReturn: "A carriage return is not followed by a line feed."
    case .bareLineFeed: "A line ends with a line feed alone instead of CRLF."
    case .nulByte: "A header line holds a NUL byte."
    case .hostMissing: "An HTTP/1.1 request must have a Host header."
    case .hostRepeated: "The Host header is given more than once."
    case .hostInvalid: "The host is not a name or address with an optional port."
    case .hostDiffers: "Host names another host than :authority."
    case .contentLengthRepeated: "Content-Length is given more than once."
    case .contentLengthInvalid: "Content-Length is not a decimal number of bytes."
    case .contentLengthWithTransferEncoding: "Content-Length and Transfer-Encoding are both given."
    case .transferEncodingInHTTP10: "HTTP/1.0 has no Transfer-Encoding."
    case .transferEncodingInvalid: "Transfer-Encoding is not a list of transfer codings."
    case .chunkedNotLast: "The chunked transfer coding is not the last one, or is given twice."
    case .badChunkSize: "A chunk does not start with its size in hexadecimal."
    case .badChunkEnd: "The data of a chunk is not followed by CRLF."
    case .chunkExtensionsTooLong: "The chunk extensions are too long."
    case .incompleteRequest: "The client stopped sending in the middle of the request."
    case .headerTimeout: "The header of the request did not arrive in time."
    case .bodyTimeout: "The body of the request did not arrive in time."
    case .lengthRequired: "The request announces a body with Expect but gives no Content-Length."
    case .bodyTooLarge(let limit): "The body is larger than \(limit) bytes."
    case .requestLineTooLong(let limit): "The request line is longer than \(limit) bytes."
    case .expectationUnknown: "Expect asks for something other than 100-continue."
    case .tooManyFields(let limit): "The request has more than \(limit) header fields."
    case .fieldsTooLarge(let limit): "The header fields are larger than \(limit) bytes together."
    case .methodNotImplemented: "CONNECT is for proxies, and this server is not one."
    case .transferCodingUnknown: "Transfer-Encoding names a coding other than chunked."
    case .tooManyConnections: "The server has reached its limit of connections."
    case .versionNotSupported: "The HTTP version is not 1.0 or 1.1; HTTP/2 is off here, or not in this build."
    }
  }
}
