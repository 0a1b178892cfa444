import HTTPTypes

/// The header of a request while its lines arrive, with the facts that decide how the content is framed.
struct RequestHead: Sendable {
  let method: HTTPRequest.Method
  let target: RequestTarget
  let version: HTTPVersion
  private(set) var fields = FieldSection()

  private var hostCount = 0
  private var hostIsValid = true
  private var contentLength: Int?
  private var transferCodings: TransferCodings?
  private var expectation: Expectation?
  private var connection = ConnectionOptions()

  private enum Expectation {
    case proceed
    case unknown
  }

  /// Reads a request line, given without its line end (RFC 9112 §3).
  ///
  /// - Parameter hasTunnels: whether CONNECT is understood.
  static func read(
    _ line: UnsafeBufferPointer<UInt8>, hasTunnels: Bool = false
  ) throws(RequestFault) -> RequestHead {
    if !line.isPrintableASCII {
      for byte in line where !byte.isFieldValueByte { throw .control(byte, else: .badRequestLine) }
      guard !line.contains(.tab) else { throw .badRequestLine }
    }
    // Neither a target nor a version has a blank, so there are two.
    guard let methodEnd = line.firstPlace(of: .space, from: 0), methodEnd > 0,
      let targetEnd = line.firstPlace(of: .space, from: methodEnd + 1), targetEnd > methodEnd + 1,
      line.firstPlace(of: .space, from: targetEnd + 1) == nil,
      let method = KnownMethod.find(UnsafeBufferPointer(rebasing: line[..<methodEnd]))
    else { throw .badRequestLine }
    let bytes = UnsafeBufferPointer(rebasing: line[methodEnd + 1..<targetEnd])
    let version = try version(line[(targetEnd + 1)...])
    let target: RequestTarget
    if method == .connect {
      guard hasTunnels else { throw .methodNotImplemented }
      target = try RequestTarget(tunnel: bytes)
    } else {
      let layout = try TargetLayout(bytes)
      target = RequestTarget(raw: String(decoding: bytes, as: UTF8.self), layout: layout)
    }
    guard !target.isAsterisk || method == .options else { throw .badTarget }
    return RequestHead(method: method, target: target, version: version)
  }

  private init(method: HTTPRequest.Method, target: RequestTarget, version: HTTPVersion) {
    self.method = method
    self.target = target
    self.version = version
    fields.reserveCapacity(Self.usualFieldBytes)
  }

  /// Room for the fields of most requests.
  private static let usualFieldBytes = 256

  private static func version(_ text: Slice<UnsafeBufferPointer<UInt8>>) throws(RequestFault) -> HTTPVersion {
    let start = text.startIndex
    guard text.count == 8, UnsafeBufferPointer(rebasing: text[..<(start + 5)]).isSame(as: "HTTP/"),
      text[start + 5].isDigit, text[start + 6] == .dot, text[start + 7].isDigit
    else { throw .badRequestLine }
    guard text[start + 5] == UInt8(ascii: "1") else { throw .versionNotSupported }
    return text[start + 7] == .zero ? .http10 : .http11
  }

  /// Adds a header line, given without its line end (RFC 9112 §5).
  mutating func addField(_ line: UnsafeBufferPointer<UInt8>) throws(RequestFault) {
    let field = try FieldLine(line)
    try note(field)
    fields.append(field)
  }

  /// Records the fields that frame the message; names are told apart by length first, so most cost one comparison.
  private mutating func note(_ field: FieldLine) throws(RequestFault) {
    let name = field.name
    switch name.count {
    case 4 where name.equalsIgnoringCase("host"):
      hostCount += 1
      hostIsValid = field.value.isEmpty || Authority.isValid(field.value)
    case 6 where name.equalsIgnoringCase("expect"):
      let isKnown = expectation != .unknown && field.value.equalsIgnoringCase("100-continue")
      expectation = isKnown ? .proceed : .unknown
    case 10 where name.equalsIgnoringCase("connection"):
      connection.add(field.value)
    case 14 where name.equalsIgnoringCase("content-length"):
      guard contentLength == nil else { throw .contentLengthRepeated }
      contentLength = try Self.contentLength(field.value)
    case 17 where name.equalsIgnoringCase("transfer-encoding"):
      transferCodings = transferCodings ?? TransferCodings()
      transferCodings?.add(field.value)
    default:
      break
    }
  }

  private static func contentLength(_ value: UnsafeBufferPointer<UInt8>) throws(RequestFault) -> Int {
    guard !value.isEmpty else { throw .contentLengthInvalid }
    var length = 0
    for byte in value {
      // A list such as "5, 5" repeats the field within one line (RFC 9110 §8.6).
      guard byte != .comma else { throw .contentLengthRepeated }
      guard byte.isDigit else { throw .contentLengthInvalid }
      let (tenfold, overflow) = length.multipliedReportingOverflow(by: 10)
      let (sum, carry) = tenfold.addingReportingOverflow(Int(byte - .zero))
      guard !overflow, !carry else { throw .contentLengthInvalid }
      length = sum
    }
    return length
  }

  /// Checks the header as a whole and returns how the content is framed.
  func framing(limits: Limits) throws(RequestFault) -> BodyFraming {
    if hostCount > 1 { throw .hostRepeated }
    if hostCount == 0, version == .http11 { throw .hostMissing }
    if !hostIsValid { throw .hostInvalid }
    let framing = try bodyFraming(limits: limits)
    guard version == .http11, let expectation else { return framing }
    guard expectation == .proceed else { throw .expectationUnknown }
    if framing == .none, contentLength == nil, method == .post || method == .put || method == .patch {
      throw .lengthRequired
    }
    return framing
  }

  private func bodyFraming(limits: Limits) throws(RequestFault) -> BodyFraming {
    if let transferCodings {
      guard version == .http11 else { throw .transferEncodingInHTTP10 }
      guard contentLength == nil else { throw .contentLengthWithTransferEncoding }
      try transferCodings.check()
      return .chunked
    }
    let length = contentLength ?? 0
    guard length <= limits.body else { throw .bodyTooLarge(limit: limits.body) }
    return length == 0 ? .none : .length(length)
  }

  /// Whether the client waits for `100 Continue` before it sends the content; never in HTTP/1.0 (RFC 9110 §10.1.1).
  var expectsContinue: Bool { version == .http11 && expectation == .proceed }

  /// Whether the client leaves the connection open for another request (RFC 9112 §9.3).
  var keepsAlive: Bool {
    !connection.close && (version == .http11 || connection.keepAlive)
  }
}

/// How the content of a request is framed (RFC 9112 §6.3).
enum BodyFraming: Sendable, Equatable {
  case none
  case length(Int)
  case chunked
}
