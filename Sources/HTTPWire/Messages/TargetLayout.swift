/// Where the parts of a request target are in its bytes, found in one pass.
struct TargetLayout {
  /// The authority of an absolute-form target; otherwise empty.
  private(set) var authority = 0..<0

  /// The path, without the `?` and anything after it.
  private(set) var path = 0..<0

  /// Whether the path has a percent sign.
  private(set) var hasEscapes = false

  /// The byte after the first slash of the path; 0 if there is none.
  private(set) var initial: UInt8 = 0

  /// The layout of CONNECT's target, which is an authority and nothing else.
  init(tunnelOfLength count: Int) {
    authority = 0..<count
    path = count..<count
  }

  init(_ bytes: UnsafeBufferPointer<UInt8>) throws(RequestFault) {
    guard let first = bytes.first else { throw .badTarget }
    var pathStart = 0
    if first == .asterisk, bytes.count == 1 {
      path = 0..<1
      return
    }
    if first != .slash {
      authority = try Self.authority(of: bytes)
      pathStart = authority.upperBound
    }
    // Printable ASCII without spaces; a fragment is never sent (RFC 9110 §7.1).
    guard bytes.isPrintableASCII, bytes.firstPlace(of: .space, from: pathStart) == nil,
      bytes.firstPlace(of: .numberSign, from: pathStart) == nil
    else { throw .badTarget }
    path = pathStart..<(bytes.firstPlace(of: .questionMark, from: pathStart) ?? bytes.count)
    if path.count > 1 { initial = bytes[pathStart + 1] }
    hasEscapes = UnsafeBufferPointer(rebasing: bytes[path]).firstPlace(of: .percent, from: 0) != nil
    if hasEscapes, !PercentEncoding.isValidPath(UnsafeBufferPointer(rebasing: bytes[path])) {
      throw .badPercentEncoding
    }
  }

  /// Finds the authority of `http://authority/…`, the only form with a scheme that this server answers.
  private static func authority(of bytes: UnsafeBufferPointer<UInt8>) throws(RequestFault) -> Range<Int> {
    guard let colon = bytes.firstIndex(of: .colon),
      bytes[..<colon].equalsIgnoringCase("http") || bytes[..<colon].equalsIgnoringCase("https"),
      bytes.count > colon + 2, bytes[colon + 1] == .slash, bytes[colon + 2] == .slash
    else { throw .badTarget }
    let start = colon + 3
    let end = bytes[start...].firstIndex { $0 == .slash || $0 == .questionMark } ?? bytes.count
    guard end > start, Authority.isValid(UnsafeBufferPointer(rebasing: bytes[start..<end])) else { throw .hostInvalid }
    return start..<end
  }
}
