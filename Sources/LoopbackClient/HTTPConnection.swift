public import HTTPTypes

/// A connection to a server, for commands and tests: every call blocks until it is done or times out.
///
/// Not for use on event loops. It sends whatever it is given, even what no proper client would send.
public final class HTTPConnection {
  /// How long connecting, sending or receiving may take.
  public var timeout: Duration

  /// How many bytes the server may send in total; unlimited by default.
  public var receiveLimit = Int.max

  private let endpoint: Endpoint
  private let socket: ClientSocket
  private var parser = HTTPResponseParser()
  private var isOpen = true
  private var receivedBytes = 0

  /// Connects.
  ///
  /// - Throws: ``ClientError``.
  public init(to endpoint: Endpoint, timeout: Duration = .seconds(10)) throws(ClientError) {
    self.endpoint = endpoint
    self.timeout = timeout
    socket = try ClientSocket.connect(to: endpoint, until: .now + timeout)
  }

  /// Connects to a TCP port.
  ///
  /// - Throws: ``ClientError``.
  public convenience init(host: String, port: UInt16, timeout: Duration = .seconds(10)) throws(ClientError) {
    try self.init(to: .tcp(host: host, port: port), timeout: timeout)
  }

  /// Connects to a Unix socket.
  ///
  /// - Throws: ``ClientError``.
  public convenience init(unixPath: String, timeout: Duration = .seconds(10)) throws(ClientError) {
    try self.init(to: .unix(path: unixPath), timeout: timeout)
  }

  deinit {
    close()
  }

  /// Sends a request and reads the response; interim responses are skipped.
  ///
  /// Adds `Host`, and `Content-Length` if there is a body, unless `fields` contains them.
  ///
  /// - Throws: ``ClientError``.
  public func request(
    _ method: HTTPRequest.Method = .get, _ target: String, fields: [(String, String)] = [], body: [UInt8] = []
  ) throws(ClientError) -> ClientResponse {
    try sendRequest(method, target, fields: fields, body: body)
    return try readResponse(isHead: method == .head)
  }

  /// Sends a request like ``request(_:_:fields:body:)``, without reading the response.
  ///
  /// - Throws: ``ClientError``.
  public func sendRequest(
    _ method: HTTPRequest.Method = .get, _ target: String, fields: [(String, String)] = [], body: [UInt8] = []
  ) throws(ClientError) {
    var head = "\(method) \(target) HTTP/1.1\r\n"
    let names = fields.map { $0.0.lowercased() }
    if !names.contains("host") { head += "Host: \(endpoint.authority)\r\n" }
    for (name, value) in fields { head += "\(name): \(value)\r\n" }
    if !body.isEmpty, !names.contains("content-length"), !names.contains("transfer-encoding") {
      head += "Content-Length: \(body.count)\r\n"
    }
    try send(Array((head + "\r\n").utf8) + body)
  }

  /// Sends bytes unchanged.
  ///
  /// - Throws: ``ClientError``.
  public func send(_ bytes: [UInt8]) throws(ClientError) {
    try socket.send(bytes, until: .now + timeout)
  }

  /// Sends text unchanged.
  ///
  /// - Throws: ``ClientError``.
  public func send(_ text: String) throws(ClientError) {
    try send(Array(text.utf8))
  }

  /// Reads the next response.
  ///
  /// - Parameters:
  ///   - isHead: whether the request was a HEAD, whose response has no content.
  ///   - skipsInterim: whether 1xx responses are skipped.
  /// - Throws: ``ClientError``; ``ClientError/closedEarly(receivedBytes:)`` if the server closes instead.
  public func readResponse(isHead: Bool = false, skipsInterim: Bool = true) throws(ClientError) -> ClientResponse {
    let deadline = ContinuousClock.now + timeout
    while true {
      let response = try take(until: deadline) { parser throws(ClientError) in try parser.next(isHead: isHead) }
      if response.status >= 200 || !skipsInterim { return response }
    }
  }

  /// Reads the head of the next response.
  ///
  /// Read its content to the end with ``readPiece()`` before the next response. Interim responses are skipped.
  ///
  /// - Parameter isHead: whether the request was a HEAD, whose response has no content.
  /// - Throws: ``ClientError``; ``ClientError/closedEarly(receivedBytes:)`` if the server closes instead.
  public func readHead(isHead: Bool = false) throws(ClientError) -> ClientResponse {
    let deadline = ContinuousClock.now + timeout
    while true {
      let head = try take(until: deadline) { parser throws(ClientError) in try parser.nextHead(isHead: isHead) }
      if head.status >= 200 { return head }
      _ = try readPiece()
    }
  }

  /// Reads more content of a response whose head was read, as soon as there is any; nil at its end.
  ///
  /// - Throws: ``ClientError``; ``ClientError/closedEarly(receivedBytes:)`` if the server closes before the end.
  public func readPiece() throws(ClientError) -> [UInt8]? {
    let piece = try take(until: .now + timeout) { parser throws(ClientError) in try parser.nextPiece() }
    return piece.isEmpty ? nil : piece
  }

  /// Passes bytes to the parser until it returns something.
  private func take<Result>(
    until deadline: ContinuousClock.Instant,
    _ next: (inout HTTPResponseParser) throws(ClientError) -> Result?
  ) throws(ClientError) -> Result {
    while true {
      if let result = try next(&parser) { return result }
      let bytes = try socket.receive(until: deadline)
      guard bytes.isEmpty else {
        receivedBytes += bytes.count
        if receivedBytes > receiveLimit { throw .tooLong(limit: receiveLimit) }
        parser.received(bytes)
        continue
      }
      parser.peerClosed()
      guard let result = try next(&parser) else { throw .closedEarly(receivedBytes: 0) }
      return result
    }
  }

  /// Reads until the server closes, and returns everything that was not taken as a response.
  ///
  /// - Throws: ``ClientError``.
  public func readToEnd() throws(ClientError) -> [UInt8] {
    let deadline = ContinuousClock.now + timeout
    var all = parser.takePending()
    while true {
      let bytes = try socket.receive(until: deadline)
      if bytes.isEmpty { return all }
      all += bytes
    }
  }

  /// Ends the sending side; responses can still be read.
  public func shutdownWriting() {
    socket.shutdownWriting()
  }

  /// Closes the connection with a reset.
  public func reset() {
    socket.discardOnClose()
    close()
  }

  /// Closes the connection; no other method may be called afterwards.
  public func close() {
    guard isOpen else { return }
    isOpen = false
    socket.close()
  }

  /// Makes one request on a new connection.
  ///
  /// - Parameters:
  ///   - url: `http://host:port/path?query`, or `http+unix:PATH` with the target after the path of the socket.
  ///   - headers: header fields; `Host`, `Connection` and `Content-Length` are added.
  ///   - timeout: how long the whole request may take, not counting name resolution by the system.
  ///   - receiveLimit: how many bytes the response may have, including the head.
  /// - Throws: ``ClientError``.
  public static func fetch(
    url: String, method: HTTPRequest.Method = .get, headers: [(String, String)] = [], body: [UInt8] = [],
    timeout: Duration = .seconds(10), receiveLimit: Int = .max
  ) throws(ClientError) -> ClientResponse {
    let (endpoint, target) = try Endpoint.parse(url: url)
    let deadline = ContinuousClock.now + timeout
    let connection = try HTTPConnection(to: endpoint, timeout: timeout)
    defer { connection.close() }
    connection.receiveLimit = receiveLimit
    connection.timeout = deadline - .now
    try connection.sendRequest(method, target, fields: headers + [("Connection", "close")], body: body)
    connection.timeout = deadline - .now
    return try connection.readResponse(isHead: method == .head)
  }
}
