import HTTPTypes

/// Turns the bytes of a connection into requests, whatever pieces they arrive in.
///
/// Feed it with ``received(_:)`` and take what is complete with ``next()``. Each byte is looked at once: a search for
/// a line end goes on where the last one stopped. After a fault the parser stays at it, for the framing is lost.
///
/// Stricter than RFC 9112 asks: a line ends in CRLF, never in a line feed alone; whitespace in the request line is
/// exactly one space; empty elements in Transfer-Encoding are refused.
public struct RequestParser: Sendable {
  /// How far the request under way has come.
  public enum Phase: Sendable, Hashable {
    /// Nothing of a request has arrived, empty lines aside.
    case idle

    /// The header is incomplete.
    case header

    /// The header is complete, the content is not.
    case body
  }

  /// What ``next()`` found.
  public enum Outcome: Sendable {
    /// A complete request, and whether its client leaves the connection open for another.
    case request(Request, keepsAlive: Bool)

    /// Something that ends the connection.
    case fault(RequestFault)
  }

  private enum State {
    case requestLine
    case fields(RequestHead)
    case content(RequestHead, remaining: Int)
    case chunks(RequestHead, ChunkedBody)
    case failed(RequestFault, RequestFragment)
  }

  /// Empty lines taken before a request line (RFC 9112 §2.2), so that nobody lives on sending them.
  private static let emptyLineLimit = 4

  private let limits: Limits
  private var state = State.requestLine
  private var input = InputBuffer()
  private var body: [UInt8] = []
  private var emptyLines = 0
  private var fieldCount = 0
  private var fieldBytes = 0

  /// Creates a parser for one connection.
  public init(limits: Limits = Limits()) {
    self.limits = limits
  }

  /// How many bytes were received and not yet taken.
  public var bufferedBytes: Int { input.count }

  /// How far the request under way has come.
  public var phase: Phase {
    switch state {
    case .requestLine: input.isEmpty ? .idle : .header
    case .fields: .header
    case .content, .chunks: .body
    case .failed: .idle
    }
  }

  /// Whether the client waits for `100 Continue`: it asked for it, and nothing of the content is here yet.
  public var awaitsContinue: Bool {
    switch state {
    case .content(let head, _): head.expectsContinue && body.isEmpty && input.isEmpty
    case .chunks(let head, let chunks): head.expectsContinue && chunks.isUntouched && input.isEmpty
    default: false
    }
  }

  /// Whether the request under way is a HEAD, as far as it is known: then even an error has no content.
  public private(set) var isHead = false

  /// The request under way, or the one with a fault, as far as it is known.
  public var fragment: RequestFragment {
    switch state {
    case .requestLine: RequestFragment()
    case .fields(let head), .content(let head, _), .chunks(let head, _):
      RequestFragment(method: head.method, target: head.target, fields: head.fields)
    case .failed(_, let fragment): fragment
    }
  }

  /// Takes bytes from the peer.
  public mutating func received(_ bytes: UnsafeBufferPointer<UInt8>) {
    if case .failed = state { return }
    input.append(bytes)
  }

  /// The next complete request, or the fault, or nil if more bytes are needed.
  public mutating func next() -> Outcome? {
    do throws(RequestFault) {
      return try advance()
    } catch {
      state = .failed(error, fragment)
      input = InputBuffer()
      body = []
      return .fault(error)
    }
  }

  private mutating func advance() throws(RequestFault) -> Outcome? {
    while true {
      switch state {
      case .requestLine:
        guard try takeRequestLine() else { return nil }
      case .fields(var head):
        // The head is taken out of the state while it grows, so that its fields are not copied.
        state = .requestLine
        let framing: BodyFraming?
        do throws(RequestFault) {
          framing = try takeFields(into: &head)
        } catch {
          state = .fields(head)
          throw error
        }
        switch framing {
        case nil:
          state = .fields(head)
          return nil
        case .some(.none):
          return finish(head)
        case .length(let length):
          state = .content(head, remaining: length)
        case .chunked:
          state = .chunks(head, ChunkedBody(limits: limits, fieldCount: fieldCount, fieldBytes: fieldBytes))
        }
      case .content(let head, let remaining):
        let taken = input.take(upTo: remaining, into: &body)
        guard taken == remaining else {
          state = .content(head, remaining: remaining - taken)
          return nil
        }
        return finish(head)
      case .chunks(let head, var chunks):
        let isComplete = try chunks.take(from: &input, into: &body)
        guard isComplete else {
          state = .chunks(head, chunks)
          return nil
        }
        return finish(head)
      case .failed(let fault, _):
        return .fault(fault)
      }
    }
  }

  /// Takes the request line, and the empty lines before it; false if it is incomplete.
  private mutating func takeRequestLine() throws(RequestFault) -> Bool {
    while let line = try input.takeLine(
      limit: limits.requestLine, tooLong: .requestLineTooLong(limit: limits.requestLine))
    {
      if line.isEmpty {
        emptyLines += 1
        guard emptyLines <= Self.emptyLineLimit else { throw .badRequestLine }
        continue
      }
      let head = try input.withBytes(line) { bytes throws(RequestFault) in try RequestHead(requestLine: bytes) }
      isHead = head.method == .head
      state = .fields(head)
      return true
    }
    return false
  }

  /// Takes the header lines; the framing of the content once the empty line is reached, else nil.
  private mutating func takeFields(into head: inout RequestHead) throws(RequestFault) -> BodyFraming? {
    while let line = try input.takeFieldLine(limits: limits, count: &fieldCount, bytes: &fieldBytes) {
      if line.isEmpty { return try head.framing(limits: limits) }
      try input.withBytes(line) { bytes throws(RequestFault) in try head.addField(bytes) }
    }
    return nil
  }

  private mutating func finish(_ head: RequestHead) -> Outcome {
    let request = Request(
      method: head.method, target: head.target, version: head.version, fields: head.fields, body: body)
    state = .requestLine
    body = []
    isHead = false
    emptyLines = 0
    fieldCount = 0
    fieldBytes = 0
    return .request(request, keepsAlive: head.keepsAlive)
  }
}
