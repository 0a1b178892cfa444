/// The request target: an origin-form path, an absolute-form URL, the `*` of OPTIONS, or the authority of CONNECT
/// (RFC 9112 §3.2).
///
/// Keeps the received string and the offsets of its parts; everything else is derived on demand.
public struct RequestTarget: Sendable, Hashable {
  /// The target exactly as received.
  public let raw: String

  /// The range of the authority in `raw.utf8`; empty unless the target is in absolute or authority form.
  private let authorityRange: Range<Int>

  /// The range of the path in `raw.utf8`.
  private let pathRange: Range<Int>

  /// Whether the path contains a `%`; most do not and need no decoding.
  private let hasEscapes: Bool

  /// The byte after the first slash of the path, which tells most first segments apart; 0 if there is none.
  private let initial: UInt8

  /// Reads a target.
  ///
  /// - Throws: ``RequestFault/badTarget`` for a form that RFC 9112 §3.2 does not allow for an origin server,
  ///   ``RequestFault/badPercentEncoding`` for a path that does not decode to UTF-8, and ``RequestFault/hostInvalid``
  ///   for an invalid authority.
  public init(_ raw: String) throws(RequestFault) {
    var text = raw
    let layout = text.withUTF8 { bytes in
      Result { () throws(RequestFault) in try TargetLayout(bytes) }
    }
    self.init(raw: text, layout: try layout.get())
  }

  /// Combines the text of a target with the layout found in it.
  init(raw: String, layout: TargetLayout) {
    self.raw = raw
    authorityRange = layout.authority
    pathRange = layout.path
    hasEscapes = layout.hasEscapes
    initial = layout.initial
  }

  /// Reads the target of CONNECT: a host and a port (RFC 9110 §9.3.6).
  ///
  /// - Throws: ``RequestFault/badTunnel``.
  init(tunnel bytes: UnsafeBufferPointer<UInt8>) throws(RequestFault) {
    guard Authority.isValid(bytes), bytes.contains(.colon), bytes.last?.isDigit == true else { throw .badTunnel }
    self.init(raw: String(decoding: bytes, as: UTF8.self), layout: TargetLayout(tunnelOfLength: bytes.count))
  }

  /// Whether this is the authority that CONNECT names.
  public var isTunnel: Bool { authorityRange.lowerBound == 0 && !authorityRange.isEmpty }

  /// Whether this is the `*` of `OPTIONS *`.
  public var isAsterisk: Bool { raw == "*" }

  /// Whether the path is `/`, or missing in an absolute-form target.
  public var isRoot: Bool { initial == 0 && withPathBytes { $0.isEmpty || ($0.count == 1 && $0[0] == .slash) } }

  /// The scheme of an absolute-form target, `http` or `https`, in lower case.
  public var scheme: String? {
    guard !authorityRange.isEmpty, !isTunnel else { return nil }
    return text(0..<authorityRange.lowerBound - 3).lowercased()
  }

  /// The authority of an absolute-form target, or of CONNECT.
  public var authority: String? {
    authorityRange.isEmpty ? nil : text(authorityRange)
  }

  /// The path as received, not decoded: `/` for an absolute-form target without one, `*` in asterisk form, the
  /// authority of CONNECT.
  public var path: String {
    pathRange.isEmpty ? isTunnel ? raw : "/" : text(pathRange)
  }

  /// The segments of the path, split at `/` first and then percent-decoded one by one.
  ///
  /// `/` has none; `/a/b` has two; `/a/` has two, of which the last is empty. An encoded slash stays within its
  /// segment.
  public var segments: [String] {
    withPathBytes { path in
      guard path.count > 1, path[0] == .slash else { return [] }
      var segments: [String] = []
      var start = 1
      for index in 1...path.count where index == path.count || path[index] == .slash {
        let segment = UnsafeBufferPointer(rebasing: path[start..<index])
        segments.append(hasEscapes ? PercentEncoding.decodedPath(segment) : String(decoding: segment, as: UTF8.self))
        start = index + 1
      }
      return segments
    }
  }

  /// Whether the first segment of the path, decoded, is `segment`, whatever the form of the target.
  public func isUnder(_ segment: String) -> Bool {
    guard initial == segment.utf8.first || initial == .percent || segment.isEmpty else { return false }
    return withPathBytes { path in
      guard path.first == .slash else { return false }
      let end = path.firstPlace(of: .slash, from: 1) ?? path.count
      let first = UnsafeBufferPointer(rebasing: path[1..<end])
      if hasEscapes, first.contains(.percent) { return PercentEncoding.decodedPath(first) == segment }
      return segment.withBytes { first.hasSameBytes(as: $0) }
    }
  }

  /// The part after the first `?`.
  public var query: Query {
    Query(in: raw, from: min(pathRange.upperBound + 1, raw.utf8.count))
  }

  /// Runs `body` on the bytes of the path as received.
  func withPathBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    raw.withBytes { [pathRange] bytes in body(UnsafeBufferPointer(rebasing: bytes[pathRange])) }
  }

  private func text(_ range: Range<Int>) -> String {
    let utf8 = raw.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    return String(raw[start..<utf8.index(start, offsetBy: range.count)])
  }
}
