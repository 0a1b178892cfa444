import HTTPTypes

/// Writes a response as HTTP/1.1.
///
/// `FieldSection` and `HTTPResponse.Status` contain no CR, LF or NUL, so no value set by a handler can start another
/// header line.
public enum ResponseSerializer {
  /// What the serializer needs to know about the request and the connection.
  public struct Context: Sendable, Hashable {
    /// Whether the request was a HEAD: the answer then has the same head as for GET and no content.
    public var isHead: Bool

    /// The version of the request; an answer to HTTP/1.0 states that the connection stays open.
    public var version: HTTPVersion

    /// Whether the connection stays open after the answer.
    public var keepsAlive: Bool

    /// Creates a context.
    public init(isHead: Bool = false, version: HTTPVersion = .http11, keepsAlive: Bool = true) {
      self.isHead = isHead
      self.version = version
      self.keepsAlive = keepsAlive
    }
  }

  /// The fields that tell a client how long it may leave a connection unused (RFC 2068 §19.7.1): one second less than
  /// the server waits, so that it does not send a request on a connection that is being closed.
  ///
  /// Both lines are sent to HTTP/1.1 clients too, because some respect the time only if `Connection` names it. Empty if
  /// the server waits for less than two seconds.
  static func keepAliveLines(_ limits: Limits) -> [UInt8] {
    let seconds = limits.idleTimeout.components.seconds - 1
    return seconds < 1 ? [] : Array("Connection: keep-alive\r\nKeep-Alive: timeout=\(seconds)\r\n".utf8)
  }

  /// The interim answer to `Expect: 100-continue`.
  static let continueHead = Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)

  /// The answer to CONNECT, which has neither content nor a length (RFC 9110 §9.3.6).
  static let tunnelHead = Array("HTTP/1.1 200 Connection Established\r\n\r\n".utf8)

  /// The whole answer.
  public static func bytes(of response: Response, context: Context) -> [UInt8] {
    bytes(of: response, context: context, bodyPrefix: response.body.count)
  }

  /// The head of the answer, which promises the whole content, and the first `bodyPrefix` bytes of the content.
  ///
  /// - Parameters:
  ///   - keepAlive: the result of ``keepAliveLines(_:)``, for a connection that stays open.
  ///   - memory: an array to be filled anew.
  static func bytes(
    of response: Response, context: Context, bodyPrefix: Int, keepAlive: [UInt8] = [], in memory: consuming [UInt8] = []
  ) -> [UInt8] {
    let content = content(of: response, context: context).prefix(max(0, bodyPrefix))
    var output = memory
    output.removeLast(output.count)
    output.reserveCapacity(usualHeadSize + content.count)
    appendHead(
      of: response, context: context, framing: .length(response.body.count), keepAlive: keepAlive, to: &output)
    output.append(contentsOf: content)
    return output
  }

  /// What follows the head: nothing for HEAD and for statuses without content.
  static func content(of response: Response, context: Context) -> [UInt8] {
    response.mayHaveContent && !context.isHead ? response.body : []
  }

  /// The head of an answer whose content is streamed.
  static func streamHead(
    of response: Response, context: Context, isChunked: Bool, keepAlive: [UInt8] = []
  ) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(usualHeadSize)
    appendHead(
      of: response, context: context, framing: isChunked ? .chunked : .untilClose, keepAlive: keepAlive, to: &output)
    return output
  }

  /// How a client finds the end of the content (RFC 9112 §6).
  private enum Framing {
    case length(Int)
    case chunked
    case untilClose
  }

  private static func appendHead(
    of response: Response, context: Context, framing: Framing, keepAlive: [UInt8], to output: inout [UInt8]
  ) {
    if let line = response.status.registeredLine {
      output.append(contentsOf: line)
    } else {
      output.append(contentsOf: "HTTP/1.1 \(response.status.code) \(response.status.wireReasonPhrase)\r\n".utf8)
    }
    switch framing {
    case .length(let length):
      let givesLength = appendFields(of: response, keepsLength: context.isHead && length == 0, to: &output)
      if response.mayHaveContent, !givesLength {
        output.appendLength(length)
      }
    case .chunked:
      _ = appendFields(of: response, keepsLength: false, to: &output)
      if response.mayHaveContent { output.append(contentsOf: "Transfer-Encoding: chunked\r\n".utf8) }
    case .untilClose:
      _ = appendFields(of: response, keepsLength: false, to: &output)
    }
    if !context.keepsAlive {
      output.append(contentsOf: "Connection: close\r\n".utf8)
    } else if !keepAlive.isEmpty {
      output.append(contentsOf: keepAlive)
    } else if context.version == .http10 {
      output.append(contentsOf: "Connection: keep-alive\r\n".utf8)
    }
    output.appendLineEnd()
  }

  /// Writes the handler's fields except those that frame the message; true if a length was given and kept.
  private static func appendFields(of response: Response, keepsLength: Bool, to output: inout [UInt8]) -> Bool {
    guard response.fields.names.mayShare(with: framingFilter),
      framing.contains(where: { response.fields.contains($0) })
    else {
      output.append(contentsOf: response.fields.wireBytes)
      return false
    }
    // A handler may know the length of a GET's content without producing it.
    let length = keepsLength && response.mayHaveContent ? response.fields.first { $0.name == .contentLength } : nil
    var kept = FieldSection(response.fields.filter { !framing.contains($0.name) })
    if let length { kept.append(length) }
    output.append(contentsOf: kept.wireBytes)
    return length != nil
  }

  /// The fields that only the serializer sets.
  private static let framing: [HTTPField.Name] = [.connection, .transferEncoding, .contentLength]
  private static let framingFilter = NameFilter(framing.map(\.canonicalName))

  /// Room for most heads; the buffer grows for larger ones.
  private static let usualHeadSize = 512
}

extension Response {
  /// Whether the status allows content and a Content-Length (RFC 9110 §6.4.1, §8.6).
  package var mayHaveContent: Bool { status.code >= 200 && status.code != 204 && status.code != 304 }

  /// Whether the handler asks for the connection to be closed.
  package var asksToClose: Bool {
    var options = ConnectionOptions()
    fields.forEach(named: .connection) { value in
      options.add(value)
      return true
    }
    return options.close
  }
}

extension [UInt8] {
  fileprivate mutating func appendLineEnd() {
    append(.carriageReturn)
    append(.lineFeed)
  }

  /// Appends the field with the length of the content, which is put together first, so that the output grows once.
  fileprivate mutating func appendLength(_ length: Int) {
    let name: StaticString = "Content-Length: "
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: name.utf8CodeUnitCount + 21) { line in
      name.withUTF8Buffer { UnsafeMutableRawBufferPointer(line).copyMemory(from: UnsafeRawBufferPointer($0)) }
      var digits = 1
      var rest = UInt(length)
      while rest >= 10 { (rest, digits) = (rest / 10, digits + 1) }
      rest = UInt(length)
      let end = name.utf8CodeUnitCount + digits
      for place in (name.utf8CodeUnitCount..<end).reversed() {
        line[place] = .zero + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      }
      line[end] = .carriageReturn
      line[end + 1] = .lineFeed
      append(contentsOf: UnsafeBufferPointer(rebasing: line[..<(end + 2)]))
    }
  }
}
