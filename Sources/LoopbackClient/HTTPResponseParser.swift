/// Turns the bytes of a connection into responses, whatever pieces they arrive in.
///
/// Understands Content-Length, chunked, and content that ends with the connection (RFC 9112 §6.3).
public struct HTTPResponseParser: Sendable {
  private enum State {
    case head
    case fixed(ClientResponse, remaining: Int)
    case chunkSize(ClientResponse)
    case chunkData(ClientResponse, remaining: Int)
    case trailers(ClientResponse)
    case untilClose(ClientResponse)
  }

  private var state = State.head
  private var buffer: [UInt8] = []
  private var start = 0
  private var searched = 0
  private var lines: [String] = []
  private var peerIsDone = false

  /// Creates a parser for one connection.
  public init() {}

  /// How many bytes were received and belong to no complete response yet.
  public private(set) var pendingBytes = 0

  /// Takes bytes from the server.
  public mutating func received(_ bytes: some Collection<UInt8>) {
    buffer.append(contentsOf: bytes)
    pendingBytes += bytes.count
  }

  /// Notes that the server closed the connection; this completes a response that says no length.
  public mutating func peerClosed() {
    peerIsDone = true
  }

  /// The next complete response, interim ones (1xx) included, or nil if more bytes are needed.
  ///
  /// - Parameter isHead: whether the request was a HEAD, whose response has no content.
  /// - Throws: ``ClientError/badResponse(_:)``, or ``ClientError/closedEarly(receivedBytes:)``.
  public mutating func next(isHead: Bool = false) throws(ClientError) -> ClientResponse? {
    while let step = try advance(isHead: isHead) {
      guard case .complete(let response) = step else { continue }
      state = .head
      buffer.removeFirst(start)
      searched -= start
      start = 0
      pendingBytes = buffer.count
      return response
    }
    if peerIsDone, pendingBytes > 0 { throw .closedEarly(receivedBytes: pendingBytes) }
    return nil
  }

  /// Takes out what was received and not returned; for reading on without a parser.
  mutating func takePending() -> [UInt8] {
    defer { self = HTTPResponseParser() }
    return Array(buffer[start...])
  }

  private enum Step {
    case progress
    case complete(ClientResponse)
  }

  /// One step; nil if more bytes are needed.
  private mutating func advance(isHead: Bool) throws(ClientError) -> Step? {
    switch state {
    case .head:
      guard let line = try takeLine() else { return nil }
      if !line.isEmpty {
        lines.append(line)
        return .progress
      }
      let response = try Self.head(lines)
      lines = []
      state = try bodyState(of: response, isHead: isHead)
    case .fixed(var response, let remaining):
      let taken = take(upTo: remaining, into: &response.body)
      if taken == remaining { return .complete(response) }
      state = .fixed(response, remaining: remaining - taken)
      return nil
    case .chunkSize(let response):
      guard let line = try takeLine() else { return nil }
      guard let size = Int(line.prefix { $0 != ";" && $0 != " " }, radix: 16), size >= 0 else {
        throw .badResponse("'\(line)' is no chunk size.")
      }
      state = size == 0 ? .trailers(response) : .chunkData(response, remaining: size)
    case .chunkData(var response, let remaining):
      let taken = take(upTo: remaining, into: &response.body)
      state = .chunkData(response, remaining: remaining - taken)
      guard taken == remaining, let line = try takeLine() else { return nil }
      guard line.isEmpty else { throw .badResponse("a chunk is longer than its size.") }
      state = .chunkSize(response)
    case .trailers(let response):
      guard let line = try takeLine() else { return nil }
      if line.isEmpty { return .complete(response) }
    case .untilClose(var response):
      _ = take(upTo: .max, into: &response.body)
      state = .untilClose(response)
      return peerIsDone ? .complete(response) : nil
    }
    return .progress
  }

  private static func head(_ lines: [String]) throws(ClientError) -> ClientResponse {
    let statusLine = (lines.first ?? "").split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
    guard statusLine.count >= 2, statusLine[0].hasPrefix("HTTP/1."), let status = Int(statusLine[1]) else {
      throw .badResponse("'\(lines.first ?? "")' is no status line.")
    }
    var fields: [ClientResponse.Field] = []
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":"), colon > line.startIndex else {
        throw .badResponse("'\(line)' is no header line.")
      }
      let value = line[line.index(after: colon)...].trimmingBlanks
      fields.append(ClientResponse.Field(name: String(line[..<colon]), value: String(value)))
    }
    return ClientResponse(status: status, reason: statusLine.count > 2 ? String(statusLine[2]) : "", fields: fields)
  }

  private func bodyState(of response: ClientResponse, isHead: Bool) throws(ClientError) -> State {
    if isHead || response.status < 200 || response.status == 204 || response.status == 304 {
      return .fixed(response, remaining: 0)
    }
    if response["Transfer-Encoding"]?.lowercased() == "chunked" { return .chunkSize(response) }
    guard let text = response["Content-Length"] else { return .untilClose(response) }
    guard let length = Int(text), length >= 0 else { throw .badResponse("'\(text)' is no Content-Length.") }
    return .fixed(response, remaining: length)
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

  private mutating func take(upTo limit: Int, into output: inout [UInt8]) -> Int {
    let count = min(limit, buffer.count - start)
    output.append(contentsOf: buffer[start..<start + count])
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
