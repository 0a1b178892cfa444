import HTTPTypes

/// Turns the bytes of a connection into requests, however they are split into pieces.
///
/// Pass bytes to ``received(_:)`` and take complete requests with ``next()``. Each byte is examined once: a search for
/// a line end resumes where the last one stopped. After a fault the parser keeps reporting it, because the framing is
/// lost.
///
/// Stricter than RFC 9112 requires: a line must end in CRLF, never in a line feed alone; whitespace in the request line
/// is exactly one space; empty elements in Transfer-Encoding are refused.
///
/// Not copyable: a connection has one, and it is large.
public struct RequestParser: ~Copyable, Sendable {
  /// How much of the current request has arrived.
  public enum Phase: Sendable, Hashable {
    /// Nothing of a request has arrived, except perhaps empty lines.
    case idle

    /// The header is incomplete.
    case header

    /// The header is complete, but the content is not.
    case body
  }

  /// What ``next()`` found.
  public enum Outcome: Sendable {
    /// A complete request, and whether its client keeps the connection open for another.
    case request(Request, keepsAlive: Bool)

    /// An error that ends the connection.
    case fault(RequestFault)
  }

  private enum State {
    case requestLine
    case fields
    case content(remaining: Int)
    // Kept apart, because it is large, and the state is looked at often.
    indirect case chunks(ChunkedBody)
    case failed(RequestFault)
  }

  /// How many empty lines are accepted before a request line (RFC 9112 §2.2), so that nobody can send them forever.
  private static let emptyLineLimit = 4

  private let limits: Limits
  private let hasTunnels: Bool
  private var state = State.requestLine
  /// The header of the current request, or of the faulty one, from its request line on.
  private var head: RequestHead?
  private var input = InputBuffer()
  private var body: [UInt8] = []
  private var emptyLines = 0
  private var fieldCount = 0
  private var fieldBytes = 0
  private let knownRequests: KnownRequests
  /// The last head that was known, which is likely to come again.
  private var known: KnownHead?
  /// Whether that of the current request is this one.
  private var headIsKnown = false
  /// The hash of the current head if it has come before and is to be kept; otherwise 0.
  private var headHash: UInt64 = 0
  /// The same for content.
  private var knownContent: KnownContent?
  private var contentIsKnown = false
  private var contentHash: UInt64 = 0

  /// Creates a parser for one connection.
  ///
  /// - Parameters:
  ///   - hasTunnels: whether CONNECT is a request like any other; otherwise it is a fault.
  ///   - known: what others with the same limits have read.
  public init(limits: Limits = Limits(), hasTunnels: Bool = false, known: KnownRequests = KnownRequests()) {
    knownRequests = known
    self.limits = limits
    self.hasTunnels = hasTunnels
  }

  /// Takes everything that has arrived after the last complete request: what a tunnel begins with.
  mutating func takeRest() -> [UInt8] {
    var rest: [UInt8] = []
    _ = input.take(upTo: input.count, into: &rest)
    return rest
  }

  /// How many bytes have been received but not yet taken.
  public var bufferedBytes: Int { input.count }

  /// How much of the current request has arrived.
  public var phase: Phase {
    switch state {
    case .requestLine: input.isEmpty ? .idle : .header
    case .fields: .header
    case .content, .chunks: .body
    case .failed: .idle
    }
  }

  /// Whether the client waits for `100 Continue`: it asked for it, and none of the content has arrived yet.
  public var awaitsContinue: Bool {
    guard let head, head.expectsContinue, input.isEmpty else { return false }
    return switch state {
    case .content: body.isEmpty
    case .chunks(let chunks): chunks.isUntouched
    default: false
    }
  }

  /// Whether the current request is a HEAD, as far as is known: if so, even an error has no content.
  public private(set) var isHead = false

  /// The current request, or the faulty one, as far as it is known.
  public var fragment: RequestFragment {
    guard let head else { return RequestFragment() }
    return RequestFragment(method: head.method, target: head.target, version: head.version, fields: head.fields)
  }

  /// Accepts bytes from the peer.
  public mutating func received(_ bytes: UnsafeBufferPointer<UInt8>) {
    if case .failed = state { return }
    input.append(bytes)
  }

  /// The next complete request, or the fault, or nil if more bytes are needed.
  public mutating func next() -> Outcome? {
    // Between requests it is asked often.
    if case .requestLine = state, input.isEmpty { return nil }
    do throws(RequestFault) {
      return try advance()
    } catch {
      state = .failed(error)
      input = InputBuffer()
      body = []
      return .fault(error)
    }
  }

  private mutating func advance() throws(RequestFault) -> Outcome? {
    // Where the head begins, if all of it is here.
    var start: Int?
    while true {
      switch state {
      case .requestLine:
        if let framing = takeKnownHead() {
          if framing == .none { return finish() }
          begin(framing)
          continue
        }
        start = headHash == 0 ? nil : input.position
        guard try takeRequestLine() else { return nil }
      case .fields:
        guard let framing = try takeFields() else { return nil }
        if let start { keepHead(since: start, framing) }
        if framing == .none { return finish() }
        begin(framing)
      case .content(let remaining):
        if body.isEmpty, remaining <= KnownContent.longest, takeKnownContent(remaining) { return finish() }
        let taken = input.take(upTo: remaining, into: &body)
        guard taken == remaining else {
          state = .content(remaining: remaining - taken)
          return nil
        }
        return finish()
      case .chunks(var chunks):
        let isComplete = try chunks.take(from: &input, into: &body)
        guard isComplete else {
          state = .chunks(chunks)
          return nil
        }
        return finish()
      case .failed(let fault):
        return .fault(fault)
      }
    }
  }

  /// Goes on with content that is framed in this way.
  private mutating func begin(_ framing: BodyFraming) {
    switch framing {
    case .none: break
    case .length(let length): state = .content(remaining: length)
    case .chunked: state = .chunks(ChunkedBody(limits: limits, fieldCount: fieldCount, fieldBytes: fieldBytes))
    }
  }

  /// Takes a head that is known, and returns how its content is framed.
  private mutating func takeKnownHead() -> BodyFraming? {
    guard emptyLines == 0 else { return nil }
    if known.map({ input.take($0.bytes) }) != true {
      // A head that comes in pieces is not looked for, or each piece would be searched again.
      guard input.isUnsearched, let found = findHead() else { return nil }
      known = found
      input.drop(found.bytes.count)
    }
    guard let known else { return nil }
    headIsKnown = true
    head = known.head
    isHead = known.head.method == .head
    (fieldCount, fieldBytes) = (known.fieldCount, known.fieldBytes)
    return known.framing
  }

  /// The known head that has arrived, if it is one.
  private mutating func findHead() -> KnownHead? {
    headHash = 0
    let finding = input.withRest { [knownRequests] rest -> KnownTable<KnownHead>.Finding in
      let nearest = UnsafeBufferPointer(rebasing: rest.prefix(KnownHead.longest))
      guard let end = nearest.endOfHead else { return .new }
      return knownRequests.head(UnsafeBufferPointer(rebasing: nearest[..<end]))
    }
    if case .again(let hash) = finding { headHash = hash }
    return if case .known(let head) = finding { head } else { nil }
  }

  /// Keeps the head that has just been read.
  private mutating func keepHead(since start: Int, _ framing: BodyFraming) {
    guard emptyLines == 0, let head else { return }
    let known = KnownHead(
      bytes: input.taken(since: start), head: head, framing: framing, fieldCount: fieldCount, fieldBytes: fieldBytes)
    knownRequests.keep(known, headHash)
    self.known = known
    headHash = 0
    headIsKnown = true
  }

  /// Takes content of this length if it is all here and known.
  private mutating func takeKnownContent(_ length: Int) -> Bool {
    guard input.count >= length else { return false }
    contentHash = 0
    if knownContent.map({ $0.bytes.count == length && input.take($0.bytes) }) != true {
      let finding = input.withRest { [knownRequests] rest in
        knownRequests.content(UnsafeBufferPointer(rebasing: rest[..<length]))
      }
      if case .again(let hash) = finding { contentHash = hash }
      guard case .known(let content) = finding else { return false }
      knownContent = content
      input.drop(length)
    }
    contentIsKnown = true
    return true
  }

  /// Keeps the content that has just been read, if it has come before.
  private mutating func keepContent() {
    guard contentHash != 0 else { return }
    let known = KnownContent(body)
    knownRequests.keep(known, contentHash)
    knownContent = known
    contentHash = 0
    contentIsKnown = true
  }

  /// Takes the request line and any empty lines before it; false if it is incomplete.
  private mutating func takeRequestLine() throws(RequestFault) -> Bool {
    while let line = try input.takeLine(
      limit: limits.requestLine, tooLong: .requestLineTooLong(limit: limits.requestLine))
    {
      if line.isEmpty {
        emptyLines += 1
        guard emptyLines <= Self.emptyLineLimit else { throw .badRequestLine }
        continue
      }
      let head = try input.withBytes(line) { bytes throws(RequestFault) in
        try RequestHead.read(bytes, hasTunnels: hasTunnels)
      }
      isHead = head.method == .head
      self.head = consume head
      state = .fields
      return true
    }
    return false
  }

  /// Takes the header lines; returns the framing of the content once the empty line is reached, else nil.
  private mutating func takeFields() throws(RequestFault) -> BodyFraming? {
    while let line = try input.takeFieldLine(limits: limits, count: &fieldCount, bytes: &fieldBytes) {
      if line.isEmpty { return try head?.framing(limits: limits) }
      try input.withBytes(line) { bytes throws(RequestFault) in try head?.addField(bytes) }
    }
    return nil
  }

  private mutating func finish() -> Outcome? {
    guard let head = head.take() else { return nil }
    keepContent()
    let request = Request(
      head, headIsKnown ? known?.recollection : nil, body: contentIsKnown ? knownContent?.bytes ?? [] : body,
      contentIsKnown ? knownContent?.recollection : nil)
    state = .requestLine
    body = []
    headIsKnown = false
    contentIsKnown = false
    isHead = false
    emptyLines = 0
    fieldCount = 0
    fieldBytes = 0
    return .request(request, keepsAlive: head.keepsAlive)
  }
}
