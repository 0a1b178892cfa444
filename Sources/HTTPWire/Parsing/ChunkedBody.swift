/// A body in the chunked transfer coding as it arrives (RFC 9112 §7.1); extensions and trailers are checked and
/// ignored.
struct ChunkedBody: Sendable {
  private enum State {
    case size
    case data(remaining: Int)
    case dataEnd
    case trailers
  }

  /// The number of hexadecimal digits that is certain to fit an `Int`.
  private static let digitLimit = 15

  private let limits: Limits
  private var state = State.size
  private var size = 0
  private var extensionBytes = 0
  private var fieldCount: Int
  private var fieldBytes: Int

  /// Creates the state of a body; trailers count towards the same limits as the header fields before them.
  init(limits: Limits, fieldCount: Int, fieldBytes: Int) {
    self.limits = limits
    self.fieldCount = fieldCount
    self.fieldBytes = fieldBytes
  }

  /// Whether no chunk has started.
  private(set) var isUntouched = true

  /// Moves what has arrived to the end of `body`; true once the last chunk and the trailers have been read.
  mutating func take(from input: inout InputBuffer, into body: inout [UInt8]) throws(RequestFault) -> Bool {
    while true {
      switch state {
      case .size:
        guard let chunk = try takeSize(from: &input) else { return false }
        isUntouched = false
        size += chunk
        guard size <= limits.body else { throw .bodyTooLarge(limit: limits.body) }
        state = chunk == 0 ? .trailers : .data(remaining: chunk)
      case .data(let remaining):
        let taken = input.take(upTo: remaining, into: &body)
        guard taken == remaining else {
          state = .data(remaining: remaining - taken)
          return false
        }
        state = .dataEnd
      case .dataEnd:
        guard try takeDataEnd(from: &input) else { return false }
        state = .size
      case .trailers:
        guard let line = try input.takeFieldLine(limits: limits, count: &fieldCount, bytes: &fieldBytes) else {
          return false
        }
        if line.isEmpty { return true }
        try input.withBytes(line) { bytes throws(RequestFault) in _ = try FieldLine(bytes) }
      }
    }
  }

  /// Takes the line `SIZE [;extension]…`; nil if it is incomplete.
  private mutating func takeSize(from input: inout InputBuffer) throws(RequestFault) -> Int? {
    let limit = Self.digitLimit + max(0, limits.headerBytes - extensionBytes)
    guard let line = try input.takeLine(limit: limit, tooLong: .chunkExtensionsTooLong) else { return nil }
    let (size, digits) = try input.withBytes(line) { bytes throws(RequestFault) in try Self.size(bytes) }
    extensionBytes += line.count - digits
    return size
  }

  /// A chunk size, and its number of digits without leading zeros (RFC 9112 section 7.1).
  private static func size(_ line: UnsafeBufferPointer<UInt8>) throws(RequestFault) -> (size: Int, digits: Int) {
    var size = 0
    var digits = 0
    var end = 0
    while end < line.count, let value = line[end].hexValue {
      if size > 0 || value > 0 {
        guard digits < digitLimit else { throw .badChunkSize }
        digits += 1
      }
      size = size << 4 | Int(value)
      end += 1
    }
    guard end > 0 else { throw .badChunkSize }
    // Whitespace is allowed only before an extension.
    let rest = line[end...].drop(while: \.isBlank)
    guard end == line.count || rest.first == .semicolon else { throw .badChunkSize }
    for byte in rest where !byte.isFieldValueByte { throw .control(byte, else: .badChunkSize) }
    return (size, digits)
  }

  /// Takes the CRLF after a chunk's data; false if it is incomplete.
  private func takeDataEnd(from input: inout InputBuffer) throws(RequestFault) -> Bool {
    guard let line = try input.takeLine(limit: 0, tooLong: .badChunkEnd) else {
      if let first = input.first, first != .carriageReturn { throw .badChunkEnd }
      return false
    }
    assert(line.isEmpty)
    return true
  }
}
