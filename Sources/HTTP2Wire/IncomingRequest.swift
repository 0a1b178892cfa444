#if HTTP2
  import HTTPTypes
  import HTTPWire

  /// A request as its fields and its content arrive.
  struct IncomingRequest {
    private let limits: Limits
    private(set) var fragment = RequestFragment(version: .http2)
    /// The first thing found wrong.
    private(set) var fault: RequestFault?
    private(set) var expectsContinue = false
    private(set) var body: [UInt8] = []
    private var method: HTTPRequest.Method?
    private var path: String?
    private var lineBytes = 0
    private var authority: [UInt8]?
    private var fieldCount = 0
    private var fieldBytes = 0
    private var totalBytes = 0

    init(limits: Limits) {
      self.limits = limits
    }

    /// Whether the request is a HEAD, as far as is known.
    var isHead: Bool { method == .head }

    /// Whether what has arrived of the header is so large that it is not worth being read any further.
    var isAbsurd: Bool { totalBytes > 4 * (limits.headerBytes + limits.requestLine) }

    /// Adds a field, whose name and value the library has checked (RFC 9113 §8.2), of the header or of the trailers.
    mutating func add(_ name: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>, isTrailer: Bool) {
      totalBytes += name.count + value.count + 4
      if name.first == UInt8(ascii: ":") { return addPseudo(name, value) }
      fieldCount += 1
      // As long as its line would be in HTTP/1.1.
      fieldBytes += name.count + value.count + 4
      if fieldBytes > limits.headerBytes { return fail(.fieldsTooLarge(limit: limits.headerBytes)) }
      if fieldCount > limits.headers { return fail(.tooManyFields(limit: limits.headers)) }
      // Trailers are ignored, as those of a chunked body are.
      if !isTrailer { note(name, value) }
    }

    private mutating func addPseudo(_ name: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>) {
      switch name.count {
      case 5 where name[1] == UInt8(ascii: "p"):
        lineBytes += value.count
        if lineBytes > limits.requestLine { return fail(.requestLineTooLong(limit: limits.requestLine)) }
        path = String(decoding: value, as: UTF8.self)
      case 7 where name[1] == UInt8(ascii: "m"):
        lineBytes += value.count + "  HTTP/1.1".utf8.count
        method = KnownMethod.find(value)
      case 10 where name[1] == UInt8(ascii: "a"):
        authority = Array(value)
        guard value.isEmpty || Authority.isValid(value) else { return fail(.hostInvalid) }
        let host: StaticString = "host"
        host.withUTF8Buffer { fragment.fields.append(received: $0, value) }
      default:
        break
      }
    }

    private mutating func note(_ name: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>) {
      switch name.count {
      case 4 where name.elementsEqual("host".utf8):
        if let authority {
          if !Self.isSameHost(authority, value) { fail(.hostDiffers) }
          return
        }
        if !value.isEmpty, !Authority.isValid(value) { fail(.hostInvalid) }
      case 6 where name.elementsEqual("expect".utf8):
        if value.elementsEqual("100-continue".utf8) { expectsContinue = true } else { fail(.expectationUnknown) }
      case 14 where name.elementsEqual("content-length".utf8):
        // The library has checked that it is a number, and compares it with what arrives.
        guard Int(String(decoding: value, as: UTF8.self)).map({ $0 <= limits.body }) ?? false else {
          fail(.bodyTooLarge(limit: limits.body))
          break
        }
      default:
        break
      }
      fragment.fields.append(received: name, value)
    }

    private static func isSameHost(_ one: [UInt8], _ other: UnsafeBufferPointer<UInt8>) -> Bool {
      one.count == other.count && zip(one, other).allSatisfy { lowered($0) == lowered($1) }
    }

    private static func lowered(_ byte: UInt8) -> UInt8 { byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte }

    /// Notes that the header is complete, and finds what is wrong with it as a whole.
    mutating func finishHeader() {
      guard let method else { return fail(.badRequestLine) }
      if method == .connect { return fail(.methodNotImplemented) }
      guard let path, path.utf8.first == UInt8(ascii: "/") || path == "*" && method == .options else {
        return fail(.badTarget)
      }
      do throws(RequestFault) {
        fragment.target = try RequestTarget(path)
        fragment.method = method
      } catch {
        fail(error)
      }
    }

    /// Notes a fault; the first counts.
    mutating func fail(_ fault: RequestFault) {
      self.fault = self.fault ?? fault
    }

    /// Adds a piece of the content.
    mutating func add(_ piece: UnsafeBufferPointer<UInt8>) {
      guard body.count + piece.count <= limits.body else {
        body = []
        return fail(.bodyTooLarge(limit: limits.body))
      }
      body.append(contentsOf: piece)
    }

    /// The request, once it is complete; nil if something is wrong with it.
    mutating func take() -> Request? {
      guard fault == nil, let method = fragment.method, let target = fragment.target else { return nil }
      defer { body = [] }
      return Request(method: method, target: target, version: .http2, fields: fragment.fields, body: body)
    }
  }
#endif
