/// Turns the bytes of a connection into responses, however they are split into pieces.
///
/// Supports Content-Length, chunked, and content that ends with the connection (RFC 9112 §6.3). Take a response whole
/// with ``next(isHead:)``, or as it arrives: its head with ``nextHead(isHead:)``, then its content with
/// ``nextPiece()``.
public struct HTTPResponseParser: Sendable {
  private enum State {
    case head
    case fixed(remaining: Int)
    case chunkSize
    case chunkData(remaining: Int)
    case trailers
    case untilClose
    case complete
  }

  private var state = State.head

  /// The current response, with the content that has arrived but was not taken.
  private var response = ClientResponse(status: 0, reason: "", fields: [])
  private var buffer: [UInt8] = []
  private var start = 0
  private var searched = 0
  private var lines: [String] = []
  private var peerIsDone = false

  /// Creates a parser for one connection.
  public init() {}

  /// How many bytes have been received that do not belong to a complete response yet.
  public private(set) var pendingBytes = 0

  /// Accepts bytes from the server.
  public mutating func received(_ bytes: some Collection<UInt8>) {
    buffer.append(contentsOf: bytes)
    pendingBytes += bytes.count
  }

  /// Reports that the server closed the connection, which completes a response without a stated length.
  public mutating func peerClosed() {
    peerIsDone = true
  }

  /// The next complete response, including interim ones (1xx), or nil if more bytes are needed.
  ///
  /// - Parameter isHead: whether the request was a HEAD, whose response has no content.
  /// - Throws: ``ClientError/badResponse(_:)``, or ``ClientError/closedEarly(receivedBytes:)``.
  public mutating func next(isHead: Bool = false) throws(ClientError) -> ClientResponse? {
    while try advance(isHead: isHead) {}
    guard case .complete = state else { return try nothing() }
    finish()
    return response
  }

  /// The head of the next response, without its content, or nil if more bytes are needed.
  ///
  /// - Parameter isHead: whether the request was a HEAD, whose response has no content.
  /// - Throws: as ``next(isHead:)``.
  public mutating func nextHead(isHead: Bool = false) throws(ClientError) -> ClientResponse? {
    while case .head = state {
      guard try advance(isHead: isHead) else { return try nothing() }
    }
    var head = response
    head.body = []
    return head
  }

  /// The content that has arrived after ``nextHead(isHead:)``: empty at its end, or nil if more bytes are needed.
  ///
  /// - Throws: as ``next(isHead:)``.
  public mutating func nextPiece() throws(ClientError) -> [UInt8]? {
    while try advance(isHead: false) {}
    guard response.body.isEmpty else {
      compact()
      defer { response.body = [] }
      return response.body
    }
    guard case .complete = state else { return try nothing() }
    finish()
    return []
  }

  /// Prepares for the next response.
  private mutating func finish() {
    state = .head
    compact()
    pendingBytes = buffer.count
  }

  private mutating func compact() {
    buffer.removeFirst(start)
    searched -= start
    start = 0
  }

  private func nothing<Result>() throws(ClientError) -> Result? {
    if peerIsDone, pendingBytes > 0 { throw .closedEarly(receivedBytes: pendingBytes) }
    return nil
  }

  /// Removes and returns the bytes that were received but not returned, to continue reading without a parser.
  mutating func takePending() -> [UInt8] {
    defer { self = HTTPResponseParser() }
    return Array(buffer[start...])
  }

  /// Performs one step; false if more bytes are needed, or if there is nothing left to do.
  private mutating func advance(isHead: Bool) throws(ClientError) -> Bool {
    switch state {
    case .head:
      guard let line = try takeLine() else { return false }
      if !line.isEmpty {
        lines.append(line)
        return true
      }
      response = try Self.head(lines)
      lines = []
      state = try bodyState(isHead: isHead)
    case .fixed(let remaining):
      let taken = take(upTo: remaining)
      state = taken == remaining ? .complete : .fixed(remaining: remaining - taken)
      return taken == remaining
    case .chunkSize:
      guard let line = try takeLine() else { return false }
      guard let size = Int(line.prefix { $0 != ";" && $0 != " " }, radix: 16), size >= 0 else {
        throw .badResponse("'\(line)' is not a chunk size.")
      }
      state = size == 0 ? .trailers : .chunkData(remaining: size)
    case .chunkData(let remaining):
      let taken = take(upTo: remaining)
      state = .chunkData(remaining: remaining - taken)
      guard taken == remaining, let line = try takeLine() else { return false }
      guard line.isEmpty else { throw .badResponse("a chunk is longer than its size.") }
      state = .chunkSize
    case .trailers:
      guard let line = try takeLine() else { return false }
      if line.isEmpty { state = .complete }
    case .untilClose:
      _ = take(upTo: .max)
      if peerIsDone { state = .complete }
      return peerIsDone
    case .complete:
      return false
    }
    return true
  }

  private static func head(_ lines: [String]) throws(ClientError) -> ClientResponse {
    let statusLine = (lines.first ?? "").split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
    guard statusLine.count >= 2, statusLine[0].hasPrefix("HTTP/1."), let status = Int(statusLine[1]) else {
      throw .badResponse("'\(lines.first ?? "")' is not a status line.")
    }
    var fields: [ClientResponse.Field] = []
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":"), colon > line.startIndex else {
        throw .badResponse("'\(line)' is not a header line.")
      }
      let value = line[line.index(after: colon)...].trimmingBlanks
      fields.append(ClientResponse.Field(name: String(line[..<colon]), value: String(value)))
    }
    return ClientResponse(status: status, reason: statusLine.count > 2 ? String(statusLine[2]) : "", fields: fields)
  }

  private func bodyState(isHead: Bool) throws(ClientError) -> State {
    if isHead || response.status < 200 || response.status == 204 || response.status == 304 {
      return .complete
    }
    if response["Transfer-Encoding"]?.lowercased() == "chunked" { return .chunkSize }
    guard let text = response["Content-Length"] else { return .untilClose }
    guard let length = Int(text), length >= 0 else { throw .badResponse("'\(text)' is not a Content-Length.") }
    return .fixed(remaining: length)
  }

  private mutating func takeLine() throws(ClientError) -> String? {
    guard let lineFeed = buffer[searched...].firstIndex(of: 0x0A) else {
      searched = buffer.count
      return nil
    }
    let end = lineFeed > start && buffer[lineFeed - 1] == 0x0D ? lineFeed - 1 : lineFeed
    let line = String(decoding: buffer[start..<end], as: UTF8.self)
    start = lineFeed + 1
    searched = start
    return line
  }

  /// Takes content, and returns the number of bytes taken.
  private mutating func take(upTo limit: Int) -> Int {
    let count = min(limit, buffer.count - start)
    response.body.append(contentsOf: buffer[start..<start + count])
    start += count
    searched = max(searched, start)
    return count
  }
}

extension Substring {
  fileprivate var trimmingBlanks: Substring {
    let trimmed = drop { $0 == " " || $0 == "\t" }
    guard let last = trimmed.lastIndex(where: { $0 != " " && $0 != "\t" }) else { return "" }
    return trimmed[...last]
  }
}
